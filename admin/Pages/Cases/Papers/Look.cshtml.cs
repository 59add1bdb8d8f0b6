using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Admin.Pages.Cases.Papers;

/// <summary>One file of a case, large, with the reader's name and the time over it, and what it is taken for.</summary>
public sealed class LookModel(CurrentOfficer current, CaseReader cases, OfficerDesk desk, PaperLabelling papers, FieldCipher cipher, BotDbContext database) : CaseFormPage(current, cases, database)
{
    /// <summary>So many lines cover the tallest photo.</summary>
    public const int SealLines = 14;

    private const int SealsInLine = 4;

    /// <summary>Only so many digits of a NIK are ever on a page.</summary>
    private const int LastDigits = 4;

    private long? documentId;

    public Document Document { get; private set; } = null!;

    /// <summary>What stands for the file in addresses.</summary>
    public string Address => DocumentAddress.Of(cipher, Document.Id);

    /// <summary>Who looks, at what, when: a photo of the screen tells where it came from.</summary>
    public string Seal { get; private set; } = "";

    /// <summary>The same as often as a wide picture takes, so that no half of it is without.</summary>
    public string SealLine => string.Join("\u2003", Enumerable.Repeat(Seal, SealsInLine));

    /// <summary>What was read on the card, with the NIK masked; null when nothing was.</summary>
    public CardReading? Card { get; private set; }

    /// <summary>The card says another name, number or village than the one that was told.</summary>
    public bool CardDiffers { get; private set; }

    public bool IsStored => Document.State == DocumentState.Stored;

    public bool IsShown => IsStored && InlineRules.MayShowInline(Document);

    public bool MayName => IsStored && View.MayWrite;

    public async Task<IActionResult> OnGetAsync(string ticket, string address, CancellationToken cancellationToken)
    {
        documentId = DocumentAddress.Read(cipher, address);
        return await LoadAsync(ticket, cancellationToken) && Document is not null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string ticket, string address, string? jenis, CancellationToken cancellationToken)
    {
        documentId = DocumentAddress.Read(cipher, address);
        if (documentId is not { } id) return NotFound();
        return await ActAsync(ticket, reach => desk.NamePaperAsync(reach, ticket, id, string.IsNullOrWhiteSpace(jenis) ? null : jenis, papers, cancellationToken), cancellationToken, "berkas");
    }

    protected override Task PrepareAsync(CancellationToken cancellationToken)
    {
        Document = View.Documents.FirstOrDefault(row => row.Id == documentId)!;
        if (Document is { Reading: { } box, State: DocumentState.Stored } && JsonSerializer.Deserialize<CardReading>(cipher.Open(box)) is { IsCard: true } read)
        {
            var person = View.Helped ?? View.Reporter;
            CardDiffers = (read.Name is not null && !CardReading.SameName(read.Name, person.Name)) || (read.Nik is { } nik && person.Nik is { } told && !told.EndsWith(nik[^LastDigits..], StringComparison.Ordinal));
            CardDiffers |= read.Village is { } printed && !Letters(View.Village).Contains(Letters(printed), StringComparison.OrdinalIgnoreCase);
            Card = read with { Nik = read.Nik is { } whole ? $"•••• •••• {whole[^LastDigits..]}" : null };
        }

        Seal = $"{Reach.Name} · {View.MomentOf(View.Now)} · {View.Case.Ticket}";
        return Task.CompletedTask;
    }

    /// <summary>"Karang Anyar" and "Karanganyar" are one village.</summary>
    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter));
}
