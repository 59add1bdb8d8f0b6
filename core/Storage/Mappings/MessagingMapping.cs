using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Conversations;
using Puskesos.Core.Messaging;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class InboxMessageMapping : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> table)
    {
        table.ToTable("inbox_messages");
        table.HasIndex(row => new { row.Channel, row.ExternalId }).IsUnique();
        table.HasIndex(row => row.ConversationId).HasFilter("processed_at is null and parked_at is null").HasDatabaseName("ix_inbox_messages_unread");
        table.HasIndex(row => row.ParkedAt).HasFilter("parked_at is not null");
        table.HasIndex(row => row.ProcessedAt).HasFilter("raw_body is not null").HasDatabaseName("ix_inbox_messages_raw");
        table.HasIndex(row => new { row.ConversationId, row.Id }).HasFilter("channel = 3").HasDatabaseName("ix_inbox_messages_web_chat");
        table.HasIndex(row => row.ReceivedAt).HasMethod("brin").HasDatabaseName("ix_inbox_messages_time");
        table.Property(row => row.ExternalId).HasMaxLength(200);
        table.Property(row => row.RawBody).Personal();
        table.Property(row => row.Content).Personal();
        table.HasOne<Conversation>().WithMany().HasForeignKey(row => row.ConversationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> table)
    {
        table.ToTable("outbox_messages");
        table.HasIndex(row => row.DedupeKey).IsUnique();
        table.HasIndex(row => row.NotBefore).HasFilter("status in (0, 1)").HasDatabaseName("ix_outbox_messages_due");
        table.HasIndex(row => new { row.ConversationId, row.Lane, row.Id }).HasFilter("status in (0, 1, 3)").HasDatabaseName("ix_outbox_messages_lane");
        table.HasIndex(row => new { row.ConversationId, row.Id }).HasDatabaseName("ix_outbox_messages_conversation");
        table.HasIndex(row => row.CaseId).HasFilter("case_id is not null");
        table.HasIndex(row => row.ProviderId).HasFilter("provider_id is not null");
        table.HasIndex(row => row.CreatedAt).HasFilter("status = 4").HasDatabaseName("ix_outbox_messages_failed");
        table.HasIndex(row => row.Id).HasFilter("(status = 4 or (status = 5 and error_code = 'unreachable')) and followed_up_at is null and case_id is not null").HasDatabaseName("ix_outbox_messages_lost");
        // The history of messages grows with time: a block range index finds a month of it and costs next to nothing.
        table.HasIndex(row => row.CreatedAt).HasMethod("brin").HasDatabaseName("ix_outbox_messages_time");
        table.Property(row => row.Cost).HasPrecision(12, 2);
        table.Property(row => row.TextKey).HasMaxLength(400);
        table.Property(row => row.DedupeKey).HasMaxLength(200);
        table.Property(row => row.Body).Personal();
        table.HasOne<Conversation>().WithMany().HasForeignKey(row => row.ConversationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChannelPaceMapping : IEntityTypeConfiguration<ChannelPace>
{
    public void Configure(EntityTypeBuilder<ChannelPace> table)
    {
        table.ToTable("channel_paces");
        table.HasKey(row => row.Channel);
        table.Property(row => row.Channel).ValueGeneratedNever();
    }
}

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> table)
    {
        table.ToTable("conversations");
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Step).HasConversion<string>().HasMaxLength(40);
        table.Property(row => row.DraftCipher).Personal();
        table.Property(row => row.LanguageChosen).HasDefaultValue(false);
        table.HasIndex(row => row.DraftStartedAt).HasFilter("draft_cipher is not null");
        table.HasIndex(row => row.HeldBy).HasFilter("held_by is not null");
        table.HasIndex(row => row.HelpUnitCode).HasFilter("help_wanted_at is not null");
        table.HasOne<People.ChannelAddress>().WithOne().HasForeignKey<Conversation>(row => row.Id).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<People.Resident>().WithMany().HasForeignKey(row => row.ResidentId).OnDelete(DeleteBehavior.SetNull);
    }
}
