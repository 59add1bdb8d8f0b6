using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Rights;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Bulletins;
using Puskesos.Core.Privacy.Breaches;

namespace Puskesos.Tests.Admin;

/// <summary>One officer of each role, here and elsewhere, and one case of each secrecy and place: what the matrix tests walk through.</summary>
internal static class MatrixScene
{
    /// <summary>Who sees the case itself, by where it lies and how secret it is (DOMAIN §3, §9).</summary>
    public static readonly (string Name, string Unit, string Village, Secrecy Secrecy, string Sees)[] Cases =
    [
        ("S0 here", DeskWorld.Jatibogor, "33.28.16.2007", Secrecy.Ordinary, "front-office back-office fasilitator data-operator village-head tksk slrt dinsos"),
        ("S2 here", DeskWorld.Jatibogor, "33.28.16.2007", Secrecy.Confidential, "front-office back-office tksk dinsos"),
        ("S1 here", DeskWorld.Jatibogor, "33.28.16.2007", Secrecy.Secret, "tksk dinsos"),
        ("S0 there", DeskWorld.Yamansari, "33.28.06.2005", Secrecy.Ordinary, "slrt dinsos elsewhere tksk-elsewhere"),
        ("S2 there", DeskWorld.Yamansari, "33.28.06.2005", Secrecy.Confidential, "dinsos elsewhere tksk-elsewhere"),
        ("S1 there", DeskWorld.Yamansari, "33.28.06.2005", Secrecy.Secret, "dinsos tksk-elsewhere"),
        ("sent to PKH", DeskWorld.Jatibogor, "33.28.16.2007", Secrecy.Ordinary, "front-office back-office fasilitator data-operator village-head tksk pkh slrt dinsos"),
        ("about the unit", DeskWorld.Dinsos, "33.28.16.2007", Secrecy.Confidential, "dinsos"),
    ];

    public static readonly (string Who, Role Role, string Area)[] Officers =
    [
        ("front-office", Role.FrontOffice, DeskWorld.Jatibogor), ("back-office", Role.BackOffice, DeskWorld.Jatibogor), ("fasilitator", Role.Fasilitator, DeskWorld.Jatibogor),
        ("data-operator", Role.DataOperator, DeskWorld.Jatibogor), ("village-head", Role.VillageHead, DeskWorld.Jatibogor), ("tksk", Role.Tksk, DeskWorld.Suradadi),
        ("pkh", Role.Pkh, DeskWorld.Suradadi), ("slrt", Role.Slrt, DeskWorld.Tegal), ("dinsos", Role.Dinsos, DeskWorld.Tegal), ("dpo", Role.DataProtection, DeskWorld.Tegal),
        ("elsewhere", Role.FrontOffice, DeskWorld.Yamansari), ("tksk-elsewhere", Role.Tksk, DeskWorld.Lebaksiu),
    ];

    /// <summary>A counter case with a letter, so that each page of a case has something to show.</summary>
    public static async Task<(string Name, string Ticket, long Letter, string Sees)> CaseAsync(DeskWorld world, string name, string unit, string village, Secrecy secrecy, string sees)
    {
        var filed = await world.CaseAsync(unit, secrecy, CaseStatus.Referred, village);
        await world.Database.ScalarAsync("update cases set channel = $1 where id = $2", (int)Channel.Counter, filed.Id);
        await using var work = world.Open();
        var letter = new Referral
        {
            CaseId = filed.Id,
            Number = $"{filed.Id:000}/RJK",
            Kind = sees.Contains("pkh", StringComparison.Ordinal) ? AgencyKind.PkhCompanion : AgencyKind.Dinsos,
            State = sees.Contains("pkh", StringComparison.Ordinal) ? ReferralState.Sent : ReferralState.Proposed,
            Agency = "Dinas Sosial",
            Summary = world.Cipher.Seal("x"),
            Request = world.Cipher.Seal("x"),
            ProposedBy = 1,
            ProposedAt = world.Clock.GetUtcNow(),
        };
        work.Storage.Referrals.Add(letter);
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (name, filed.Ticket, letter.Id, sees);
    }

    public static async Task<MatrixIds> FillAsync(DeskWorld world)
    {
        var secret = await world.CaseAsync(secrecy: Secrecy.Secret, needs: "KEKERASAN");
        var chat = await world.ChatAsync();
        var officer = await world.OfficerAsync("Y", (Role.FrontOffice, DeskWorld.Jatibogor));
        await using var work = world.Open();
        var alarm = new Emergency { RegencyCode = DeskWorld.Tegal, ConversationId = secret.ConversationId!.Value, CaseId = secret.Id, Number = "D-2611-03", RaisedAt = world.Clock.GetUtcNow() };
        var bulletin = new Bulletin { RegencyCode = DeskWorld.Tegal, AreaCode = DeskWorld.Tegal, Title = "Syarat baru", Words = "Surat faskes wajib.", PublishedAt = world.Clock.GetUtcNow(), PublishedBy = officer.OfficerId };
        work.Storage.AddRange(alarm, bulletin);
        var waiting = (await work.Storage.Conversations.FindAsync([chat], TestContext.Current.CancellationToken))!;
        (waiting.HelpWantedAt, waiting.HelpUnitCode) = (world.Clock.GetUtcNow(), DeskWorld.Jatibogor);
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new MatrixIds(alarm.Id, chat, officer.OfficerId, bulletin.Id, await RightsAsync(world, work), await BreachAsync(world, work));
    }

    private static async Task<long> BreachAsync(DeskWorld world, DeskWork work)
    {
        var writer = await world.OfficerAsync("P", (Role.DataProtection, DeskWorld.Tegal));
        var facts = new BreachFacts { What = "Laptop hilang", FoundAt = world.Clock.GetUtcNow(), Data = "nama", Measures = "Sandi diganti" };
        return (await work.Get<BreachBook>().RecordAsync(writer, facts, null, TestContext.Current.CancellationToken))!.Id;
    }

    /// <summary>Somebody asked to see the own data and has shown who that is.</summary>
    private static async Task<long> RightsAsync(DeskWorld world, DeskWork work)
    {
        var about = await world.CaseAsync();
        var asked = await work.Get<RightsFiling>().FileAsync(work.Storage, new RightsWish(DeskWorld.Tegal, RightsKind.Access, RightsSource.Letter) { ResidentId = about.ReporterId, Name = "Sarinah", Words = "Minta salinan" }, TestContext.Current.CancellationToken);
        asked.IdentityCheckedAt = world.Clock.GetUtcNow();
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        return asked.Id;
    }
}

/// <summary>What the pages of one thing are about.</summary>
internal readonly record struct MatrixIds(long Alarm, long Chat, long Officer, long Bulletin, long Rights, long Breach);
