using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Documents.Sealing;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tool;

/// <summary>`rotate-keys`: a new master key; every file's own key is sealed with it. Running processes find the new key by themselves.</summary>
public static class RotateKeysVerb
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var onlyRewrap = new Option<bool>("--only-rewrap") { Description = "Make no new key: go on with a run that was broken off" };
        var verb = new Command("rotate-keys", "Adds a master key to Keys:Path and seals the keys of all files with it.") { onlyRewrap };
        verb.SetAction(async (given, cancellationToken) =>
        {
            var path = new ConfigurationBuilder().AddEnvironmentVariables().Build()["Keys:Path"];
            if (string.IsNullOrEmpty(path) || !File.Exists(path))
            {
                await Console.Error.WriteLineAsync("Keys:Path names no key file.");
                return 1;
            }

            // Before the services are built: they seal with the newest key that they find.
            if (!given.GetValue(onlyRewrap)) Console.WriteLine($"master key {MasterKeys.Add(path)} added; back up the key file now");
            await using var scope = services().CreateAsyncScope();
            Console.WriteLine($"{await scope.ServiceProvider.GetRequiredService<KeyRewrapping>().RunAsync(cancellationToken)} file keys sealed anew; restart bot and admin so that they seal with the new key too");
            return 0;
        });
        return verb;
    }
}
