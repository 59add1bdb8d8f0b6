using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Catalogue.Programmes;
using Puskesos.Core.Conversations;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.People;

namespace Puskesos.Core.Storage;

/// <summary>The one database of the service: tables only, no decision is taken here.</summary>
public sealed class BotDbContext(DbContextOptions<BotDbContext> options) : IdentityUserContext<Officer, long>(options)
{
    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<ChannelAddress> Addresses => Set<ChannelAddress>();

    public DbSet<Resident> Residents => Set<Resident>();

    public DbSet<ResidentAddress> ResidentAddresses => Set<ResidentAddress>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<CaseItem> CaseItems => Set<CaseItem>();

    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<DocumentView> DocumentViews => Set<DocumentView>();

    public DbSet<AwaitedDocument> AwaitedDocuments => Set<AwaitedDocument>();

    public DbSet<Emergency> Emergencies => Set<Emergency>();

    public DbSet<OfficerRole> OfficerRoles => Set<OfficerRole>();

    public DbSet<OfficerLink> OfficerLinks => Set<OfficerLink>();

    public DbSet<LinkCode> LinkCodes => Set<LinkCode>();

    public DbSet<OfficerSession> OfficerSessions => Set<OfficerSession>();

    public DbSet<DataCheck> DataChecks => Set<DataCheck>();

    public DbSet<NeedCategory> Categories => Set<NeedCategory>();

    public DbSet<DocumentKind> DocumentKinds => Set<DocumentKind>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<LexiconEntry> Lexicon => Set<LexiconEntry>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(BotDbContext).Assembly);
        builder.Entity<IdentityUserClaim<long>>().ToTable("officer_claims");
        builder.Entity<IdentityUserLogin<long>>().ToTable("officer_logins");
        builder.Entity<IdentityUserToken<long>>().ToTable("officer_tokens");
        SnakeCaseNames.Apply(builder);
    }
}
