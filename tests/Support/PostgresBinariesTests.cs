namespace Puskesos.Tests.Support;

public sealed class PostgresBinariesTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("puskesos-binaries-").FullName;

    [Fact]
    public void The_newest_fitting_version_is_taken()
    {
        Install("9.6/bin");
        Install("14/bin");
        Install("15/bin");
        var newest = Install("17/bin");

        Assert.Equal(newest, PostgresBinaries.Find(root, path: null));
    }

    [Fact]
    public void Path_is_searched_when_no_package_is_installed()
    {
        Install("14/bin");
        var onPath = Install("own");

        Assert.Equal(onPath, PostgresBinaries.Find(root, $"/nowhere:{onPath}"));
        Assert.Null(PostgresBinaries.Find(root, "/nowhere"));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Install(string folder)
    {
        var path = Path.Combine(root, folder);
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "initdb"), "");
        File.WriteAllText(Path.Combine(path, "pg_ctl"), "");

        return path;
    }
}
