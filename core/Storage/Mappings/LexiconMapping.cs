using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Language.Lexicon;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class LexiconEntryMapping : IEntityTypeConfiguration<LexiconEntry>
{
    public void Configure(EntityTypeBuilder<LexiconEntry> table)
    {
        table.ToTable("lexicon_entries");
        table.HasKey(row => row.Key);
        table.Property(row => row.Key).HasMaxLength(200);
        table.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
        table.Property(row => row.Name).HasMaxLength(60);
        table.Property(row => row.Topic).HasMaxLength(40);
        table.Property(row => row.Words).HasMaxLength(LexiconCheck.LongestLine);
        table.Property(row => row.Unless).HasMaxLength(LexiconCheck.LongestLine);
    }
}
