using System.Collections.Frozen;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Answers;

/// <summary>Finds a command word; it counts only when it is the whole message.</summary>
public static class CommandWords
{
    /// <summary>One-letter typos are forgiven from this length on (contract of the command words); shorter words collide.</summary>
    private const int ShortestWithTypo = 5;

    private static readonly FrozenDictionary<string, Command> Words = new Dictionary<string, Command>
    {
        ["menu"] = Command.Menu,
        ["0"] = Command.Menu,
        ["lapor"] = Command.Report,
        ["cek"] = Command.CheckTicket,
        ["status"] = Command.CheckTicket,
        ["kembali"] = Command.Back,
        ["batal"] = Command.Cancel,
        ["lewati"] = Command.Skip,
        ["selesai"] = Command.Done,
        ["bantu"] = Command.AskHuman,
        ["bantuan"] = Command.AskHuman,
        ["petugas"] = Command.AskHuman,
        ["darurat"] = Command.Emergency,
        ["keberatan"] = Command.Objection,
        ["buka"] = Command.OpenNews,
        ["berhenti"] = Command.Stop,
        ["stop"] = Command.Stop,
        ["mulai"] = Command.StartAgain,
        ["penipuan"] = Command.Scam,
        ["indonesia"] = Command.Indonesian,
        ["jawa"] = Command.Javanese,
        ["ngoko"] = Command.JavaneseNgoko,
        ["sunda"] = Command.Sundanese,
        ["tugas"] = Command.OfficerTasks,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Command>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words of their own that lie one letter away from a command: hungry, bolster, to postpone …</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OwnWords = new[]
    {
        "lapar", "bantal", "bental", "tunda", "bunda", "batas", "batak", "batik", "tegas", "tugasi", "mulia", "mulas", "kembari", "kembang", "statis", "statue", "santu",
        "bantah", "vapor", "lapir", "lepor", "status2", "hantu", "banyu", "bantul", "sundal", "sudah", "batuan", "pantun", "bentuk", "darurata", "selesa", "lewat",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The command that this whole message is, else <see cref="Command.None"/>.</summary>
    public static Command Read(string? text)
    {
        var written = TextNormaliser.Read(text);
        var only = -1;
        for (var i = 0; i < written.Count; i++)
        {
            if (written[i].Kind == TokenKind.Symbol)
                continue;
            if (only >= 0 || written[i].Doubled)
                return Command.None;
            only = i;
        }
        if (only < 0)
            return Command.None;
        var word = written.Word(only);
        if (Lookup.TryGetValue(word, out var command))
            return command;
        return word.Length >= ShortestWithTypo && written.IsWord(only) && !OwnWords.Contains(word) ? WithTypo(word) : Command.None;
    }

    private static Command WithTypo(ReadOnlySpan<char> word)
    {
        var found = Command.None;
        foreach (var (candidate, command) in Words)
        {
            if (candidate.Length < ShortestWithTypo || command == found || !OneEdit.Apart(word, candidate))
                continue;
            if (found != Command.None)
                return Command.None;
            found = command;
        }
        return found;
    }
}
