namespace Puskesos.Tests.Bot.Channels;

/// <summary>Waits for what happens in the background; the limit only ends a test that would never end.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task TrueAsync(Func<bool> met, string what) => TrueAsync(() => Task.FromResult(met()), what);

    public static async Task TrueAsync(Func<Task<bool>> met, string what)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await met())
        {
            if (limit.IsCancellationRequested) Assert.Fail($"It never happened: {what}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
