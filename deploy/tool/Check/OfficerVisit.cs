using System.Net;
using Puskesos.Core.Cases.Moves;

namespace Puskesos.Tool.Check;

/// <summary>The check's officer at the desk: signs in and works on a case through its page.</summary>
public sealed class OfficerVisit(Browser browser)
{
    private Page page = null!;

    public async Task<bool> SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        page = await browser.OpenAsync("/masuk", cancellationToken);
        if (page.Forms.FirstOrDefault(form => form.Inputs.Any(input => input.Name == "sandi")) is not { } door) return false;
        page = await browser.SendAsync(door with { Action = "/masuk" }, [new PageButton("email", email), new PageButton("sandi", password)], cancellationToken);
        return page.Status == HttpStatusCode.OK && page.Forms.All(form => form.Inputs.All(input => input.Name != "sandi"));
    }

    public async Task<bool> SeesInQueueAsync(string ticket, CancellationToken cancellationToken)
    {
        page = await browser.OpenAsync("/kasus", cancellationToken);
        return page.Says($"href=\"/kasus/{ticket}\"");
    }

    public async Task<bool> StartCheckAsync(string ticket, CancellationToken cancellationToken)
    {
        page = await browser.OpenAsync($"/kasus/{ticket}", cancellationToken);
        return await MoveAsync(CaseMove.StartCheck, [], cancellationToken);
    }

    /// <summary>Writes to the resident.</summary>
    public async Task<bool> AnswerAsync(string words, CancellationToken cancellationToken)
    {
        if (page.Forms.FirstOrDefault(form => form.Action.EndsWith("handler=write", StringComparison.Ordinal)) is not { } form) return false;
        page = await browser.SendAsync(form, [new PageButton("Form.Balas", words)], cancellationToken);
        return page.Status == HttpStatusCode.OK;
    }

    /// <summary>Finishes the case with the first outcome that the page offers.</summary>
    public async Task<bool> FinishAsync(string sentence, CancellationToken cancellationToken)
    {
        var outcome = page.Forms.SelectMany(form => form.Inputs).FirstOrDefault(input => input.Name == "Form.Hasil");
        return outcome is not null && await MoveAsync(CaseMove.Resolve, [outcome, new PageButton("Form.Kalimat", sentence)], cancellationToken);
    }

    private async Task<bool> MoveAsync(CaseMove move, IEnumerable<PageButton> filled, CancellationToken cancellationToken)
    {
        var button = new PageButton("aksi", move.ToString());
        if (page.Forms.FirstOrDefault(form => form.Buttons.Contains(button)) is not { } form) return false;
        page = await browser.SendAsync(form, filled.Append(button), cancellationToken);
        return page.Status == HttpStatusCode.OK && !page.Forms.Any(again => again.Buttons.Contains(button));
    }
}
