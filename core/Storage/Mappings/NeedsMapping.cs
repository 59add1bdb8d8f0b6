using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Catalogue.Needs;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class NeedVersionMapping : IEntityTypeConfiguration<NeedVersion>
{
    public void Configure(EntityTypeBuilder<NeedVersion> table)
    {
        table.ToTable("need_versions");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.CategoryCode).HasMaxLength(20);
        table.Property(row => row.Label).HasMaxLength(NeedText.LongestLabel);
        table.Property(row => row.Note).HasMaxLength(NeedText.LongestNote);
        table.HasIndex(row => new { row.RegencyCode, row.CategoryCode, row.Number }).IsUnique();
        table.HasOne<NeedCategory>().WithMany().HasForeignKey(row => row.CategoryCode);
    }
}
