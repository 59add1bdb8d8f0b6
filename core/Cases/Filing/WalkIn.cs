using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Helped;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.People;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases.Filing;

/// <summary>What the front office types while somebody stands at the counter; a phone is not required.</summary>
public sealed record WalkInForm
{
    public required string Name { get; init; }

    /// <summary>E.164, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>Sixteen digits, or null.</summary>
    public string? Nik { get; init; }

    public string? Kk { get; init; }

    public required string VillageCode { get; init; }

    public string? AddressNote { get; init; }

    public required IReadOnlyList<string> Needs { get; init; }

    public required string Story { get; init; }

    public ForWhom ForWhom { get; init; }

    public string? HelpedName { get; init; }

    /// <summary>E.164: where the person helped is asked; null when nobody can be asked by chat.</summary>
    public string? HelpedPhone { get; init; }

    /// <summary>Pending until the person helped confirms; given on a signed paper; or cannot be asked, with a reason. Counts only for somebody else's complaint.</summary>
    public HelpedConsent HelpedConsent { get; init; } = HelpedConsent.Pending;

    public string? HelpedReason { get; init; }

    /// <summary>What the reporter is to the person helped: "ketua RT 03".</summary>
    public string? HelperRole { get; init; }

    /// <summary>The key of the form: sent twice by a weak signal, it files once.</summary>
    public Guid? OnceKey { get; init; }

    /// <summary>The person known from before, when the officer recognised one.</summary>
    public long? KnownResidentId { get; init; }
}

/// <summary>Files a complaint from the counter: the same case list, the same ticket and kode cek, no chat (DOMAIN §1, line 9).</summary>
public sealed class WalkIn(BotDbContext database, CaseFiling filing, FieldCipher cipher, TimeProvider time)
{
    /// <summary>So far back the same need of the same person may be the same complaint (issue 6, item 3).</summary>
    public static readonly TimeSpan DuplicatesWithin = TimeSpan.FromDays(30);

    /// <summary>The ticket that this form has become already, sent by the same officer; null when it is new.</summary>
    public Task<string?> FindSentAsync(OfficerReach officer, Guid? onceKey, CancellationToken cancellationToken) =>
        database.CaseEvents.Where(line => onceKey != null && line.OnceKey == onceKey && line.OfficerId == officer.OfficerId)
            .Join(database.Cases, line => line.CaseId, row => row.Id, (_, row) => row.Ticket).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Files it in the caller's transaction; the consent was read out and given at the counter.</summary>
    public async Task<FiledCase> FileAsync(OfficerReach officer, WalkInForm form, CatalogueIndex catalogue, CancellationToken cancellationToken)
    {
        var person = await PersonAsync(officer, form, cancellationToken);
        database.Consents.Add(new Consent { ResidentId = person.Id, TextVersion = Consent.CurrentTextVersion, GivenAt = time.GetUtcNow() });
        var isForOther = form.ForWhom == ForWhom.Other;
        return await filing.FileAsync(
            database,
            new FilingRequest
            {
                RegencyCode = officer.RegencyCode,
                Channel = Channel.Counter,
                ReporterId = person.Id,
                ForWhom = form.ForWhom,
                HelpedName = form.ForWhom == ForWhom.Self ? null : form.HelpedName,
                HelpedPhone = isForOther ? form.HelpedPhone : null,
                HelpedConsent = isForOther ? form.HelpedConsent : HelpedConsent.NotNeeded,
                HelpedReason = isForOther ? form.HelpedReason : null,
                HelperRole = isForOther ? form.HelperRole : null,
                VillageCode = form.VillageCode,
                Needs = [.. form.Needs.Select(need => new FilingNeed(need))],
                Story = form.Story,
                AddressNote = form.AddressNote,
                EnteredBy = officer.OfficerId,
                EnteredAs = RoleOf(officer).Code(),
                OnceKey = form.OnceKey,
            },
            catalogue,
            cancellationToken);
    }

    /// <summary>At the counter the desk files; without a desk a helper does: fasilitator, TKSK or PKH companion (DOMAIN §2 F05).</summary>
    public static Role RoleOf(OfficerReach officer) =>
        officer.DeskUnits.Length > 0 ? Role.FrontOffice : officer.AllRoles.Where(role => role is Role.Fasilitator or Role.Tksk or Role.Pkh).Order().First();

    /// <summary>People who may be the same: by NIK, by phone, or by name in the same village.</summary>
    public async Task<IReadOnlyList<KnownPerson>> LikelyAsync(OfficerReach officer, WalkInForm form, CancellationToken cancellationToken)
    {
        var nik = form.Nik is { } digits ? cipher.Index("nik", digits) : null;
        var phone = form.Phone is { } number ? cipher.Index(HelpedPerson.PhonePurpose, number) : null;
        var name = form.Name.Trim();
        var likely = await database.Residents.Where(row => row.RegencyCode == officer.RegencyCode && row.ErasedAt == null)
            .Where(row => (nik != null && row.NikIndex == nik) || (phone != null && row.PhoneIndex == phone) || (row.VillageCode == form.VillageCode && row.Name == name))
            .OrderByDescending(row => row.Id).Take(3).Select(row => new { row.Id, row.Name, row.PhoneLastFour }).ToListAsync(cancellationToken);
        var ids = likely.Select(row => row.Id).ToArray();
        var (since, needs) = (time.GetUtcNow() - DuplicatesWithin, form.Needs.ToArray());
        var same = await database.Cases.AsNoTracking().Where(CaseReach.Sees(officer))
            .Where(row => row.Secrecy == Secrecy.Ordinary && row.FiledAt > since && row.Status != CaseStatus.Duplicate && ids.Contains(row.HelpedId ?? row.ReporterId) && row.Items.Any(item => needs.Contains(item.CategoryCode)))
            .OrderBy(row => row.Id).Select(row => new { Person = row.HelpedId ?? row.ReporterId, row.Ticket }).ToListAsync(cancellationToken);
        return [.. likely.Select(row => new KnownPerson(row.Id, row.Name, row.PhoneLastFour, [.. same.Where(other => other.Person == row.Id).Select(other => other.Ticket)]))];
    }

    private async Task<Resident> PersonAsync(OfficerReach officer, WalkInForm form, CancellationToken cancellationToken)
    {
        var person = form.KnownResidentId is { } known
            ? await database.Residents.SingleOrDefaultAsync(row => row.Id == known && row.RegencyCode == officer.RegencyCode && row.ErasedAt == null, cancellationToken) : null;
        if (person is null)
        {
            person = new Resident { RegencyCode = officer.RegencyCode, Name = form.Name.Trim(), CreatedAt = time.GetUtcNow() };
            database.Residents.Add(person);
        }

        (person.VillageCode, person.AddressNote) = (form.VillageCode, form.AddressNote ?? person.AddressNote);
        if (form.Phone is { } phone) HelpedPerson.KeepPhone(person, phone, cipher);
        if (form.Nik is { } nik) NikKeeping.Keep(person, nik, cipher, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (form.Kk is { } kk) (person.KkCipher, person.KkIndex, person.KkLastFour) = (cipher.Seal(kk), cipher.Index("kk", kk), kk[^4..]);
        await database.SaveChangesAsync(cancellationToken);
        return person;
    }
}

/// <summary>Somebody who was here before.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">As told then.</param>
/// <param name="PhoneLastFour">To tell people of one name apart.</param>
/// <param name="SameNeed">Tickets of the last thirty days about one of these needs: perhaps the same complaint.</param>
public sealed record KnownPerson(long Id, string Name, string? PhoneLastFour, IReadOnlyList<string> SameNeed);
