using Puskesos.Core.Language.Writing;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Catalogue.Programmes;

/// <summary>Which part of an entry a question asks for.</summary>
public enum ProgrammePart
{
    All,
    Conditions,
    Papers,
    Register,
}

/// <summary>The words that residents read about a programme: the part that was asked for, else all of it.</summary>
public static class ProgrammeAnswer
{
    private static readonly (ProgrammePart Part, string[] Words)[] Asked =
    [
        (ProgrammePart.Papers, ["berkas", "bawa", "dibawa", "dokumen", "surat-surat", "nggawa", "beta", "mbeta", "nyandak"]),
        (ProgrammePart.Register, ["cara", "carane", "caranya", "caranipun", "daftar", "ndaftar", "mendaftar", "pendaftaran", "ngurus", "mengurus", "urus", "usul", "mengusulkan", "dimana", "mana", "kemana"]),
        (ProgrammePart.Conditions, ["syarat", "syarate", "syaratnya", "saratipun", "sarat", "persyaratan", "siapa", "sapa", "saha", "kriteria", "ketentuan"]),
    ];

    /// <summary>Days, sums and rounds of payment go stale and stand in no entry (DOMAIN §4.3): a question for them is an officer's.</summary>
    private static readonly string[] NeverSaid = ["kapan", "kpn", "iraha", "tanggal", "tgl", "jadwal", "jadwale", "cair", "cairnya", "pencairan", "tahap", "nominal", "nominalnya", "rupiah", "uangnya"];

    /// <summary>The part that a message asks for; null when it asks for what no entry says.</summary>
    public static ProgrammePart? PartAsked(string message)
    {
        var written = TextNormaliser.Read(message);
        var words = Enumerable.Range(0, written.Count).Select(at => written.Word(at).ToString()).ToHashSet();
        if (words.Overlaps(NeverSaid)) return null;
        foreach (var (part, names) in Asked)
            if (words.Overlaps(names)) return part;
        return ProgrammePart.All;
    }

    /// <summary>The words for the gap {answer} of TellInfo_Answer.</summary>
    public static string Of(ProgrammeText entry, ProgrammePart part, TextCatalog texts, string language)
    {
        string[] all =
        [
            entry.Summary,
            Line(Questions.TellInfo_Conditions, entry.Conditions, texts, language),
            Line(Questions.TellInfo_Papers, entry.Papers, texts, language),
            Line(Questions.TellInfo_Register, entry.Register, texts, language),
            texts.Get(Questions.TellInfo_Free, language),
        ];
        var asked = part switch
        {
            ProgrammePart.Conditions => entry.Conditions,
            ProgrammePart.Papers => entry.Papers,
            ProgrammePart.Register => entry.Register,
            _ => "",
        };
        return asked.Length > 0 ? asked : string.Join('\n', all.Where(line => line.Length > 0));
    }

    private static string Line(string key, string words, TextCatalog texts, string language) =>
        words.Length == 0 ? "" : texts.Fill(key, language, ("text", words));
}
