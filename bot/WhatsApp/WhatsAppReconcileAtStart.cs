using Puskesos.Bot.Channels;

namespace Puskesos.Bot.WhatsApp;

/// <summary>Looks into Twilio's list as soon as the process is up, so that what came while it was down is not left until the job's next round.</summary>
internal sealed class WhatsAppReconcileAtStart(IServiceScopeFactory scopes, ILogger<WhatsAppReconcileAtStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; ; await Task.Delay(Backoff.After(++failures), stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<WhatsAppReconcileJob>().RunAsync(stoppingToken);
                log.LogInformation("Twilio's list was compared with the inbox at start");
                return;
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                // Neither the database nor Twilio need be up before this process.
                log.LogWarning("Twilio's list could not be compared at start: {Kind}", problem.GetType().Name);
            }
        }
    }
}
