using Puskesos.Admin.Pages.Places;
using Puskesos.Admin.Pages.Wording;
using Puskesos.Admin.Texts;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Staff;

namespace Puskesos.Admin.Pages.More;

/// <summary>The pages that are not needed every hour, with whom they are for; they share one entry of the menu.</summary>
public static class MorePages
{
    private static readonly MorePage[] All =
    [
        new("/program", AdminText.Programmes_Title, AdminText.Programmes_Why, _ => true),
        new("/buletin", AdminText.Bulletins_Title, AdminText.More_Bulletins, _ => true),
        new("/instansi", AdminText.Agencies_Title, AdminText.More_Agencies, _ => true),
        new("/kendala", AdminText.Obstacles_Title, AdminText.More_Obstacles, Obstacles.IndexModel.MayRead),
        new("/cek-data", AdminText.Check_List, AdminText.More_Checks, DataChecks.IndexModel.MayRead),
        new("/petugas", AdminText.Staff_Title, AdminText.More_Staff, StaffBook.MayManage),
        new("/teks", AdminText.Texts_Title, AdminText.More_Texts, TextDuty.Holds),
        new("/kategori", AdminText.Needs_Title, AdminText.More_Needs, Needs.IndexModel.MayChange),
        new("/kata", AdminText.Words_Title, AdminText.More_Words, Words.IndexModel.MayTeach),
        new("/kalender", AdminText.Days_Title, AdminText.More_Days, Days.IndexModel.MayChange),
        new("/rujukan", AdminText.LateReferrals_Title, AdminText.More_LateReferrals, Jobs.IndexModel.MayRead),
        new("/pengaturan/tenggat", AdminText.Clocks_Title, AdminText.More_Clocks, Settings.ClocksModel.MayRead),
        new("/pengaturan/kepala-desa", AdminText.Heads_Title, AdminText.More_Heads, Puskesos.Core.Officers.Settings.VillageHeads.MayAllow),
        new("/usulan", AdminText.Proposals_Title, AdminText.More_Proposals, Puskesos.Core.Cases.Proposals.ProposalList.MayRead),
        new("/langkah", AdminText.Leavings_Title, AdminText.More_Leavings, Leavings.IndexModel.MayRead),
        new("/unit", AdminText.Units_Title, AdminText.More_Units, StaffBook.MayManage),
        new("/wilayah", AdminText.Places_Title, AdminText.More_Places, PlaceDuty.MayRead),
        new("/hak-warga", AdminText.Rights_Title, AdminText.More_Rights, Puskesos.Core.Cases.Rights.RightsDesk.Holds),
        new("/insiden", AdminText.Breaches_Title, AdminText.More_Breaches, Puskesos.Core.Privacy.Breaches.BreachBook.MayRead),
        new("/penghapusan-berkas", AdminText.Erasures_Title, AdminText.More_Erasures, Views.IndexModel.MayRead),
        new("/tugas-berkala", AdminText.Jobs_Title, AdminText.More_Jobs, Jobs.IndexModel.MayRead),
        new("/jejak-kasus", AdminText.CaseViews_Title, AdminText.CaseViews_Lead, Views.IndexModel.MayRead),
        new("/jejak-berkas", AdminText.Views_Title, AdminText.More_Views, Views.IndexModel.MayRead),
    ];

    /// <summary>The pages for an officer, in the order of the list.</summary>
    public static IReadOnlyList<MorePage> For(OfficerReach reach) => [.. All.Where(page => page.IsFor(reach))];

    /// <summary>True for an address under this entry of the menu.</summary>
    public static bool Holds(PathString path) => path.StartsWithSegments("/lainnya") || Array.Exists(All, page => path.StartsWithSegments(page.Path));
}

/// <summary>One page of the list.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Title">Key of its name.</param>
/// <param name="About">Key of the sentence under it.</param>
/// <param name="IsFor">Whom it is for.</param>
public sealed record MorePage(string Path, string Title, string About, Func<OfficerReach, bool> IsFor);
