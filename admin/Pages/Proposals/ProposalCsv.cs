using System.Text;
using Puskesos.Admin.Texts;
using Puskesos.Core.Cases.Proposals;
using Puskesos.Core.Reports;

namespace Puskesos.Admin.Pages.Proposals;

/// <summary>The proposals as a table for an Indonesian Excel: semicolons, a byte-order mark, and numbers of sixteen digits as text, which Excel would round.</summary>
public static class ProposalCsv
{
    private const char Separator = ';';

    private static readonly string[] Columns =
        ["Proposals_Ticket", "Proposals_Kind", "Proposals_Name", "Proposals_Nik", "Proposals_Kk", "Proposals_Address", "Proposals_Village", "Proposals_SubDistrict", "Proposals_Note", "Proposals_Date"];

    /// <summary>The whole file, byte-order mark included.</summary>
    public static byte[] Write(IEnumerable<ProposalRow> rows, string regencyCode)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder();
        Line(text, Columns.Select(column => ReportCsv.Safe(AdminWords.T(column))));
        foreach (var row in rows)
            Line(text,
            [
                ReportCsv.Safe(row.Ticket), ReportCsv.Safe(AdminWords.T($"Proposal_{row.Kind}")), ReportCsv.Safe(row.Name), Digits(row.Nik), Digits(row.Kk), ReportCsv.Safe(row.Address ?? ""),
                ReportCsv.Safe(row.Village), ReportCsv.Safe(row.SubDistrict), ReportCsv.Safe(row.Note ?? ""), ReportCsv.Safe(Moments.Day(regencyCode, row.ProposedAt)),
            ]);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(Separator, cells).Append("\r\n");

    /// <summary>The one formula that is meant: ="3328…" keeps every digit.</summary>
    private static string Digits(string? number) => number is { Length: > 0 } && number.All(char.IsAsciiDigit) ? $"\"=\"\"{number}\"\"\"" : "";
}
