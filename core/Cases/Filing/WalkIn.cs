using Microsoft.EntityFrameworkCore;
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

    /// <summary>The person known from before, when the officer recognised one.</summary>
    public long? KnownResidentId { get; init; }
}

/// <summary>Files a complaint from the counter: the same case list, the same ticket and kode cek, no chat (DOMAIN §1, line 9).</summary>
public sealed class WalkIn(BotDbContext database, CaseFiling filing, FieldCipher cipher, TimeProvider time)
{
    /// <summary>Files it in one transaction; the consent was read out and given at the counter.</summary>
    public async Task<FiledCase> FileAsync(OfficerReach officer, WalkInForm form, CatalogueIndex catalogue, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var person = await PersonAsync(officer, form, cancellationToken);
        database.Consents.Add(new Consent { ResidentId = person.Id, TextVersion = Consent.CurrentTextVersion, GivenAt = time.GetUtcNow() });
        var filed = await filing.FileAsync(
            database,
            new FilingRequest
            {
                RegencyCode = officer.RegencyCode,
                Channel = Channel.Counter,
                ReporterId = person.Id,
                ForWhom = form.ForWhom,
                HelpedName = form.ForWhom == ForWhom.Self ? null : form.HelpedName,
                HelpedConsent = form.ForWhom == ForWhom.Other ? HelpedConsent.Pending : HelpedConsent.NotNeeded,
                VillageCode = form.VillageCode,
                Needs = [.. form.Needs.Select(need => new FilingNeed(need))],
                Story = form.Story,
                AddressNote = form.AddressNote,
                EnteredBy = officer.OfficerId,
            },
            catalogue,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return filed;
    }

    /// <summary>People who may be the same: by NIK, by phone, or by name in the same village.</summary>
    public async Task<IReadOnlyList<KnownPerson>> LikelyAsync(OfficerReach officer, WalkInForm form, CancellationToken cancellationToken)
    {
        var nik = form.Nik is { } digits ? cipher.Index("nik", digits) : null;
        var phone = form.Phone is { } number ? cipher.Index(HelpedPerson.PhonePurpose, number) : null;
        var name = form.Name.Trim();
        return await database.Residents.Where(row => row.RegencyCode == officer.RegencyCode && row.ErasedAt == null)
            .Where(row => (nik != null && row.NikIndex == nik) || (phone != null && row.PhoneIndex == phone) || (row.VillageCode == form.VillageCode && row.Name == name))
            .OrderByDescending(row => row.Id).Take(3).Select(row => new KnownPerson(row.Id, row.Name, row.PhoneLastFour)).ToListAsync(cancellationToken);
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
        if (form.Phone is { } phone) (person.PhoneCipher, person.PhoneIndex, person.PhoneLastFour) = (cipher.Seal(phone), cipher.Index(HelpedPerson.PhonePurpose, phone), phone[^4..]);
        if (form.Nik is { } nik) NikKeeping.Keep(person, nik, cipher, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (form.Kk is { } kk) (person.KkCipher, person.KkIndex, person.KkLastFour) = (cipher.Seal(kk), cipher.Index("kk", kk), kk[^4..]);
        await database.SaveChangesAsync(cancellationToken);
        return person;
    }
}

/// <summary>Somebody who was here before.</summary>
public sealed record KnownPerson(long Id, string Name, string? PhoneLastFour);
