using System.Text;

namespace Puskesos.Tests.Core.Documents;

/// <summary>Small PDFs made by the tests themselves.</summary>
public static class SamplePdfs
{
    /// <summary>One page; <paramref name="extra"/> stands in its catalogue, <paramref name="pages"/> is what it claims.</summary>
    public static byte[] Of(string extra, int pages = 1) => Encoding.Latin1.GetBytes(
        "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R " + extra + " >> endobj\n" +
        $"2 0 obj << /Type /Pages /Kids [3 0 R] /Count {pages} >> endobj\n" +
        "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");

    /// <summary>One that asks for a password.</summary>
    public static byte[] Locked() => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Of("")).Replace(
        "trailer << ",
        "trailer << /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (01234567890123456789012345678901) /U (98765432109876543210987654321098) >> /ID [(0123456789012345) (0123456789012345)] ",
        StringComparison.Ordinal));
}
