using System.Net;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Views;

/// <summary>Whatever page of a case is opened, the look is kept; the data-protection officer reads the record.</summary>
public sealed class CaseViewTests
{
    [Fact]
    public async Task Every_page_of_a_case_keeps_the_look_and_the_protection_officer_reads_it()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var ratna = await app.OpenAsync(await world.OfficerAsync("Ratna", (Role.DataProtection, DeskWorld.Tegal)));
        var (filed, other) = (await world.CaseAsync(), await world.CaseAsync());

        await rini.TextAsync($"/kasus/{filed.Ticket}/rujukan");
        await rini.PostAsync($"/kasus/{other.Ticket}/nik", $"/kasus/{other.Ticket}/nik", ("alasan", "mengisi usulan di SIKS-NG"));

        Assert.Single((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.Viewed);
        var record = await ratna.TextAsync("/jejak-kasus");
        Assert.Contains($"Rini · <span class=\"ticket\">{filed.Ticket}</span>", record, StringComparison.Ordinal);
        Assert.Contains("NIK dibuka: mengisi usulan di SIKS-NG", record, StringComparison.Ordinal);
        var numbers = await ratna.TextAsync("/jejak-kasus?nomor=true");
        Assert.Equal((false, true), (numbers.Contains(filed.Ticket, StringComparison.Ordinal), numbers.Contains(other.Ticket, StringComparison.Ordinal)));
        var one = await ratna.TextAsync($"/jejak-kasus?cari={filed.Ticket}");
        Assert.Equal((true, false), (one.Contains($">{filed.Ticket}<", StringComparison.Ordinal), one.Contains($">{other.Ticket}<", StringComparison.Ordinal)));
        Assert.DoesNotContain($">{filed.Ticket}<", await ratna.TextAsync("/jejak-kasus?cari=Bukan Rini"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await rini.GetAsync("/jejak-kasus")).StatusCode);
    }

    [Fact]
    public async Task Of_a_secret_case_every_look_is_kept()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var endang = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));
        var ratna = await app.OpenAsync(await world.OfficerAsync("Ratna", (Role.DataProtection, DeskWorld.Tegal)));
        var filed = await world.CaseAsync(secrecy: Secrecy.Secret, needs: "KEKERASAN");

        for (var look = 0; look < 3; look++) await endang.TextAsync($"/kasus/{filed.Ticket}");

        Assert.Equal(3, (await world.ReadAsync(filed.Id)).Events.Count(line => line.Kind == CaseEventKind.Viewed));
        Assert.Contains("Sangat rahasia", await ratna.TextAsync("/jejak-kasus"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ratna.GetAsync($"/kasus/{filed.Ticket}")).StatusCode);
    }
}
