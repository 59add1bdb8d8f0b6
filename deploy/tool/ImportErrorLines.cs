using Puskesos.Core.Places.Import;

namespace Puskesos.Tool;

/// <summary>Tells the operator which rows of a list are wrong.</summary>
internal static class ImportErrorLines
{
    public static async Task WriteAsync(TextWriter output, ImportErrors errors)
    {
        foreach (var error in errors.Shown)
        {
            await output.WriteLineAsync(error.ToString());
        }

        await output.WriteLineAsync($"{errors.Count} errors, nothing was imported");
    }
}

/// <summary>Prints how far an import is, a line at a time.</summary>
internal sealed class ImportProgressLines(TextWriter output) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => output.WriteLine($"{value.What}: {value.Done}");
}
