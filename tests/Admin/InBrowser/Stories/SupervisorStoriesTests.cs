using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser.Stories;

/// <summary>What a TKSK tells the officers of the sub-district.</summary>
public sealed class SupervisorStoriesTests
{
    private const int Officers = 11;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Story_16_a_bulletin_read_by_nine_of_eleven_names_the_other_two(int width)
    {
        await using var ground = new StoryGround();
        await ground.InitializeAsync();
        await using var stage = await ground.StageAsync(width);
        var endang = await stage.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var readers = new List<OfficerReach>();
        for (var number = 1; number <= Officers; number++)
            readers.Add(await stage.World.OfficerAsync($"Petugas {number:00}", (Role.FrontOffice, number % 2 == 0 ? DeskWorld.Jatibogor : "PKS-33.28.16.2009")));

        await endang.Page.GotoAsync("/buletin");
        await endang.UnfoldAsync("Tulis buletin");
        await endang.FillAsync("Judul", "Surat faskes untuk KIS mati");
        await endang.Page.FillAsync("#kabar", "Mulai 1 Desember surat faskes wajib memuat nomor telepon faskes.");
        await endang.PressAsync("Terbitkan");
        foreach (var reader in readers.Take(Officers - 2))
        {
            var window = await stage.ReturnAsync(reader);
            await window.Page.GotoAsync("/kasus");
            if (reader == readers[0]) await window.ShootAsync("16-antrean");
            await window.SeesAsync("1 buletin belum dibaca");
            await window.Page.ClickAsync("main .notice a:has-text('Surat faskes')");
            await window.PressAsync("Sudah saya baca");
            await window.Page.Context.CloseAsync();
        }

        await endang.Page.GotoAsync("/buletin");
        await endang.Page.ClickAsync("text=Surat faskes untuk KIS mati");
        await endang.SeesAsync("Dibaca 9 dari 11 petugas");
        await endang.SeesAsync("Petugas 10");
        await endang.SeesAsync("Petugas 11");
        Assert.Equal(2, await endang.Page.Locator("h3:has-text('Belum membaca') + ul li").CountAsync());
        await endang.ShootAsync("16-pembaca");
    }
}
