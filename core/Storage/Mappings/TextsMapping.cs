using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Texts.Overrides;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class TextOverrideMapping : IEntityTypeConfiguration<TextOverride>
{
    public void Configure(EntityTypeBuilder<TextOverride> table)
    {
        table.ToTable("text_overrides");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.Key).HasMaxLength(100);
        table.Property(row => row.Language).HasMaxLength(20);
        table.Property(row => row.Words).HasMaxLength(TextCheck.Longest);
        table.HasIndex(row => new { row.RegencyCode, row.Key, row.Language, row.Number }).IsUnique();
    }
}
