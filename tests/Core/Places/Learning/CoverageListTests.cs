using Puskesos.Core.Places.Learning;

namespace Puskesos.Tests.Core.Places.Learning;

public sealed class CoverageListTests(PlacesDatabase places) : IClassFixture<PlacesDatabase>
{
    [Fact]
    public async Task Villages_without_a_puskesos_are_listed_with_who_serves_them()
    {
        await using var db = places.Open();

        var coverage = await new CoverageList(db).ReadAsync(DemoRows.Tegal, new DateOnly(2026, 11, 12), TestContext.Current.CancellationToken);

        Assert.Equal(18, coverage.SubDistricts.Count);
        Assert.Equal(287, coverage.SubDistricts.Sum(row => row.Villages));
        Assert.Equal(22, coverage.SubDistricts.Sum(row => row.WithOwnUnit));
        Assert.Equal(265, coverage.Uncovered.Count);
        Assert.Equal("Puskesos Tarub", coverage.Uncovered.Single(row => row.Code == "33.28.14.2002").ServedBy.UnitName);
    }
}
