using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Messaging;
using Puskesos.Core.People;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases.Helped;

/// <summary>The person helped when it is not the reporter: a row of one's own, and a WhatsApp chat when a number was told, where the person is asked.</summary>
public sealed class HelpedPerson(FieldCipher cipher, TimeProvider time)
{
    /// <summary>The purpose under which phone numbers are indexed.</summary>
    public const string PhonePurpose = "phone";

    /// <summary>Makes the person of a request; null when the reporter speaks for oneself.</summary>
    public async Task<HelpedParty?> MakeAsync(BotDbContext database, FilingRequest request, CancellationToken cancellationToken)
    {
        if (request.ForWhom == ForWhom.Self || request.HelpedName is not { } name) return null;
        var person = new Resident { RegencyCode = request.RegencyCode, Name = name, VillageCode = request.VillageCode, AddressNote = request.AddressNote, CreatedAt = time.GetUtcNow() };
        var phone = string.IsNullOrEmpty(request.HelpedPhone) ? null : request.HelpedPhone;
        if (phone is not null) KeepPhone(person, phone, cipher);
        database.Residents.Add(person);
        await database.SaveChangesAsync(cancellationToken);
        if (phone is null || request.HelpedConsent != HelpedConsent.Pending || request.LeastSecrecy == Secrecy.Secret) return new HelpedParty(person.Id, null, false);
        return new HelpedParty(person.Id, await ReachAsync(database, person, phone, cancellationToken), true);
    }

    /// <summary>The WhatsApp chat where this person can be asked, under a number that was told later; E.164.</summary>
    public async Task<long> ReachAtAsync(BotDbContext database, Resident person, string phone, CancellationToken cancellationToken)
    {
        KeepPhone(person, phone, cipher);
        return await ReachAsync(database, person, phone, cancellationToken);
    }

    private async Task<long> ReachAsync(BotDbContext database, Resident person, string phone, CancellationToken cancellationToken)
    {
        var chat = await ChatAsync(database, $"whatsapp:{phone}", person.RegencyCode, cancellationToken);
        if (!await database.ResidentAddresses.AnyAsync(row => row.AddressId == chat && row.ResidentId == person.Id, cancellationToken))
            database.ResidentAddresses.Add(new ResidentAddress { AddressId = chat, ResidentId = person.Id, LastUsedAt = time.GetUtcNow() });
        await database.SaveChangesAsync(cancellationToken);
        return chat;
    }

    /// <summary>Writes a number, E.164: sealed, findable, the last four digits in clear.</summary>
    internal static void KeepPhone(Resident person, string phone, FieldCipher cipher) =>
        (person.PhoneCipher, person.PhoneIndex, person.PhoneLastFour) = (cipher.Seal(phone), cipher.Index(PhonePurpose, phone), phone[^4..]);

    /// <summary>The chat of an address that may never have written to us.</summary>
    private async Task<long> ChatAsync(BotDbContext database, string address, string regency, CancellationToken cancellationToken)
    {
        var index = cipher.Index(Inbox.AddressPurpose, $"{(int)Channel.WhatsApp}:{address}");
        var known = await database.Addresses.Where(row => row.Channel == Channel.WhatsApp && (row.AddressIndex == index || row.AltIndex == index))
            .Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellationToken);
        if (known is { } id) return id;
        var made = new ChannelAddress
        {
            Channel = Channel.WhatsApp,
            AddressCipher = cipher.Seal(address),
            AddressIndex = index,
            PhoneLastFour = address[^4..],
            FirstSeenAt = time.GetUtcNow(),
        };
        database.Addresses.Add(made);
        await database.SaveChangesAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync(
            $"insert into conversations (id, regency_code, step, waiting, misunderstood, language) values ({made.Id}, {regency}, 'Greet', array[]::bigint[], 0, 'id')", cancellationToken);
        return made.Id;
    }
}

/// <summary>The person helped as stored.</summary>
/// <param name="ResidentId">The person.</param>
/// <param name="ConversationId">The chat where the person can be asked, or null.</param>
/// <param name="Asked">True when the question goes out.</param>
public sealed record HelpedParty(long ResidentId, long? ConversationId, bool Asked);
