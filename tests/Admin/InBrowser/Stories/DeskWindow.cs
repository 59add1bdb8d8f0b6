using Microsoft.Playwright;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser.Stories;

/// <summary>An officer at the pages: opens, presses what is written on buttons, fills fields by their labels. Works with and without JavaScript.</summary>
public sealed class DeskWindow(IPage page, StoryStage stage, OfficerReach officer)
{
    public IPage Page => page;

    public OfficerReach Officer => officer;

    private ILocator Main => page.Locator("main");

    public Task OpenAsync(string ticket) => page.GotoAsync($"/kasus/{ticket}");

    /// <summary>Opens a case by touching its line: among what waits for the officer, else among all; in a long queue by its number.</summary>
    public async Task OpenFromQueueAsync(string ticket)
    {
        foreach (var list in new[] { "giliran", "unit" })
        {
            await page.GotoAsync($"/kasus?daftar={list}");
            var line = page.Locator($".queue a[href='/kasus/{ticket}']");
            if (await line.CountAsync() == 0) continue;
            await LeaveAsync(() => line.ClickAsync());
            return;
        }

        await SearchAsync(ticket);
        await Assertions.Expect(Main).ToContainTextAsync(ticket);
    }

    /// <summary>Presses a button or a link by its words and waits for the page behind it.</summary>
    public async Task PressAsync(string words)
    {
        var target = Main.Locator("button:visible, a.btn:visible").Filter(new() { HasText = words }).First;
        await LeaveAsync(() => target.ClickAsync());
    }

    /// <summary>Unfolds a part of the page.</summary>
    public Task UnfoldAsync(string words) => Main.Locator("details:not([open]) > summary").Filter(new() { HasText = words }).First.ClickAsync();

    public Task FillAsync(string label, string words) => Main.GetByLabel(label).Locator("visible=true").First.FillAsync(words);

    /// <summary>Ticks a box or chooses an answer.</summary>
    public Task PickAsync(string words) => Main.Locator("label.pick:visible").Filter(new() { HasText = words }).First.ClickAsync();

    public Task ChooseAsync(string label, string option) => Main.GetByLabel(label).Locator("visible=true").First.SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>These words stand on the page.</summary>
    public Task SeesAsync(string words) => Assertions.Expect(Main).ToContainTextAsync(words, new() { IgnoreCase = true });

    /// <summary>These words stand nowhere on the page.</summary>
    public Task SeesNotAsync(string words) => Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync(words);

    /// <summary>Whether the address is there for this officer.</summary>
    public async Task<int> StatusAsync(string path) => (await page.GotoAsync(path))!.Status;

    /// <summary>Looks for somebody in the queue's search.</summary>
    public async Task SearchAsync(string words)
    {
        await page.GotoAsync("/kasus");
        await page.FillAsync("#cari", words);
        await LeaveAsync(() => page.ClickAsync("form.search button"));
    }

    public async Task StartCheckAsync(string ticket)
    {
        await OpenFromQueueAsync(ticket);
        await PressAsync("Mulai periksa");
    }

    public async Task AskPaperAsync(string kind)
    {
        await UnfoldAsync("Minta berkas");
        await PickAsync(kind);
        await PressAsync("Minta berkas");
    }

    public async Task FinishAsync(string outcome, string sentence)
    {
        await UnfoldAsync("Selesaikan");
        await PickAsync(outcome);
        await FillAsync("Satu kalimat untuk warga", sentence);
        await PressAsync("Selesaikan dan kabari warga");
    }

    /// <summary>Acts, and waits until another page stands there: also one of the same address.</summary>
    private async Task LeaveAsync(Func<Task> act)
    {
        await page.EvaluateAsync("() => { document.documentElement.dataset.seen = '1'; }");
        await act();
        await page.WaitForSelectorAsync("html:not([data-seen])", new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    public Task ShootAsync(string name) => stage.ShootAsync(page, name);
}
