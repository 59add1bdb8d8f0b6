using System.CommandLine;
using Puskesos.Core.Cases;

namespace Puskesos.Tool;

/// <summary>`case-diagram`: draws the life of a case, from the machine in the code, into a file that has a place for it.</summary>
public static class CaseDiagramVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The file with the marks, usually README.md." };
        var verb = new Command("case-diagram", "Draws the states and moves of a case into a file.") { file };
        verb.SetAction(async (given, cancellationToken) =>
        {
            var path = given.GetValue(file)!.FullName;
            await File.WriteAllTextAsync(path, CaseDiagram.WriteInto(await File.ReadAllTextAsync(path, cancellationToken)), cancellationToken);
            return 0;
        });
        return verb;
    }
}
