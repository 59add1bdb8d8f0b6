using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Storage;

namespace Puskesos.Tool;

/// <summary>`lexicon`: prints the words by which messages are understood, or takes edited ones; the bot follows without a restart.</summary>
public static class LexiconVerb
{
    private const int Refused = 1;
    private const int Columns = 8;
    private const int HeadingLine = 1;

    public static Command Create(Func<IServiceProvider> services)
    {
        var verb = new Command("lexicon", "The words by which messages are understood.");
        verb.Subcommands.Add(Export(services));
        verb.Subcommands.Add(Import(services));
        return verb;
    }

    private static Command Export(Func<IServiceProvider> services)
    {
        var export = new Command("export", "Prints every line, tab-separated, ready to be edited and imported.");
        export.SetAction(async (_, cancellationToken) =>
        {
            await using var scope = services().CreateAsyncScope();
            var lines = await scope.ServiceProvider.GetRequiredService<BotDbContext>().Lexicon.AsNoTracking().OrderBy(line => line.SortOrder).ThenBy(line => line.Key).ToListAsync(cancellationToken);
            Console.WriteLine("key\tkind\torder\tname\ttopic\tweight\twords\tunless");
            foreach (var line in lines)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Key}\t{line.Kind}\t{line.SortOrder}\t{line.Name}\t{line.Topic}\t{line.Weight}\t{line.Words}\t{line.Unless}"));
            return 0;
        });
        return export;
    }

    private static Command Import(Func<IServiceProvider> services)
    {
        var list = new Argument<string>("tsv") { Description = "Lines as export prints them; only the edited ones are needed. A line without words is switched off." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check and count, and change nothing." };
        var import = new Command("import", "Takes edited and new lines: all of them, or none when one is wrong.") { list, dryRun };
        import.SetAction(async (given, cancellationToken) =>
        {
            var path = given.GetValue(list)!;
            if (!File.Exists(path))
            {
                await Console.Error.WriteLineAsync("The named file does not exist.");
                return Refused;
            }

            var written = await File.ReadAllLinesAsync(path, cancellationToken);
            var (entries, wrong) = Read(written);
            await using var scope = services().CreateAsyncScope();
            var edit = wrong.Count > 0 ? new LexiconEdit(0, 0, 0, wrong)
                : await scope.ServiceProvider.GetRequiredService<LexiconEditing>().SaveAsync(entries, given.GetValue(dryRun), cancellationToken);
            foreach (var fault in edit.Faults) await Console.Error.WriteLineAsync($"{Path.GetFileName(path)}:{LineOf(written, fault.Key)}: {fault}");
            if (edit.Faults.Count > 0)
            {
                await Console.Error.WriteLineAsync($"{edit.Faults.Count} errors, nothing was imported");
                return Refused;
            }

            Console.WriteLine($"lexicon {edit.Added,7} added {edit.Changed,7} changed {edit.Unchanged,7} unchanged");
            Console.WriteLine(given.GetValue(dryRun) ? "dry run: nothing was changed" : "imported");
            return 0;
        });
        return import;
    }

    private static (List<LexiconEntry> Entries, List<LexiconFault> Wrong) Read(string[] written)
    {
        var entries = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        var wrong = new List<LexiconFault>();
        foreach (var line in written.Skip(HeadingLine).Where(line => line.Length > 0))
        {
            var columns = line.Split('\t');
            if (columns.Length != Columns) wrong.Add(new LexiconFault(columns[0], $"it has {columns.Length} columns, not {Columns}"));
            else if (!Enum.TryParse<LexiconKind>(columns[1], ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) wrong.Add(new LexiconFault(columns[0], $"there is no kind {columns[1]}"));
            else if (!int.TryParse(columns[2], NumberStyles.None, CultureInfo.InvariantCulture, out var order)) wrong.Add(new LexiconFault(columns[0], "its order is no whole number"));
            else if (!TryWeight(columns[5], out var weight)) wrong.Add(new LexiconFault(columns[0], "its weight is no number"));
            else if (!entries.TryAdd(columns[0], new LexiconEntry { Key = columns[0], Kind = kind, SortOrder = order, Name = columns[3], Topic = columns[4], Weight = weight, Words = columns[6].Trim(), Unless = columns[7].Trim() }))
                wrong.Add(new LexiconFault(columns[0], "it stands twice"));
        }

        return ([.. entries.Values], wrong);
    }

    private static bool TryWeight(string written, out double? weight)
    {
        var isNumber = double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        weight = isNumber ? number : null;
        return isNumber || written.Length == 0;
    }

    private static int LineOf(string[] written, string key) => Array.FindLastIndex(written, line => line.Split('\t')[0] == key) + 1;
}
