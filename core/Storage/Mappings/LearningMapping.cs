using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Catalogue.Teaching;
using Puskesos.Core.Conversations;
using Puskesos.Core.Language.Lexicon;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class MissedMessageMapping : IEntityTypeConfiguration<MissedMessage>
{
    public void Configure(EntityTypeBuilder<MissedMessage> table)
    {
        table.ToTable("missed_messages");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        // Masked, but people write what nobody expects.
        table.Property(row => row.Words).HasMaxLength(MissedMessage.LongestWords).Personal();
        table.Property(row => row.Step).HasMaxLength(40);
        table.Property(row => row.ChosenCategory).HasMaxLength(20);
        table.HasIndex(row => new { row.RegencyCode, row.Words }).IsUnique();
        table.HasIndex(row => row.LastAt);
    }
}

internal sealed class LexiconChangeMapping : IEntityTypeConfiguration<LexiconChange>
{
    public void Configure(EntityTypeBuilder<LexiconChange> table)
    {
        table.ToTable("lexicon_changes");
        table.Property(row => row.Key).HasMaxLength(200);
        table.Property(row => row.Before).HasMaxLength(LexiconCheck.LongestLine);
        table.Property(row => row.After).HasMaxLength(LexiconCheck.LongestLine);
    }
}

internal sealed class TalkLeavingMapping : IEntityTypeConfiguration<TalkLeaving>
{
    public void Configure(EntityTypeBuilder<TalkLeaving> table)
    {
        table.ToTable("talk_leavings");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.Step).HasMaxLength(40);
        table.HasIndex(row => new { row.RegencyCode, row.Day, row.Step, row.Kind }).IsUnique();
    }
}
