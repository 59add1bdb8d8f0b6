using System.ComponentModel.DataAnnotations;

namespace Puskesos.Core.Reports;

/// <summary>What the evaluation report reckons with (section <c>Reports</c>).</summary>
public sealed class ReportsOptions
{
    public const string Section = "Reports";

    /// <summary>Kilometres of one way to the regency's counter and back that a case settled by phone saves (DOMAIN §8, indicator 21); the operator sets the area's own.</summary>
    [Range(0, 1000)]
    public double KilometresPerTrip { get; set; } = 20;
}
