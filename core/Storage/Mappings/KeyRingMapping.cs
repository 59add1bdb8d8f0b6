using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class KeyRingMapping : IEntityTypeConfiguration<KeyRingEntry>
{
    public void Configure(EntityTypeBuilder<KeyRingEntry> table)
    {
        table.ToTable("key_ring");
        table.Property(row => row.Application).HasMaxLength(40);
        table.HasIndex(row => row.Application);
    }
}
