using System.Globalization;

namespace Puskesos.Tests.Support;

/// <summary>Finds the newest PostgreSQL server binaries of this machine.</summary>
public static class PostgresBinaries
{
    /// <summary>The product uses nothing that PostgreSQL 15 lacks, and is not tried on anything older.</summary>
    public const int OldestVersion = 15;

    private const string DebianRoot = "/usr/lib/postgresql";

    /// <summary>The folder with initdb and pg_ctl, or null when this machine has no server of a fitting version.</summary>
    public static string? Find() => Find(DebianRoot, Environment.GetEnvironmentVariable("PATH"));

    public static string? Find(string debianRoot, string? path)
    {
        var installed = Directory.Exists(debianRoot) ? Directory.GetDirectories(debianRoot) : [];
        var debian = installed
            .Select(folder => (Folder: Path.Combine(folder, "bin"), Version: VersionOf(folder)))
            .Where(found => found.Version >= OldestVersion && HasServer(found.Folder))
            .OrderByDescending(found => found.Version)
            .Select(found => found.Folder);
        var onPath = (path ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Where(HasServer);

        return debian.Concat(onPath).FirstOrDefault();
    }

    private static int VersionOf(string folder) =>
        int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static bool HasServer(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl"));
}
