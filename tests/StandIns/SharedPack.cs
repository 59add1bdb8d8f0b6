namespace Puskesos.Tests.StandIns;

/// <summary>Finds a folder of the material that lies beside the repository; without it the test is skipped.</summary>
internal static class SharedPack
{
    public static string Folder(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var found = Path.Combine(at.FullName, "shared", name);
            if (Directory.Exists(found))
                return found;
        }

        Assert.Skip($"The folder shared/{name} is not beside the repository.");
        return "";
    }

    public static string File(string folder, string name) => Path.Combine(Folder(folder), name);
}
