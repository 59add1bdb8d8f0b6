namespace Puskesos.Tests.Core.Places.Import;

/// <summary>Lists written to a folder that goes away with the test.</summary>
internal sealed class TemporaryLists : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("puskesos-lists-");

    public string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
