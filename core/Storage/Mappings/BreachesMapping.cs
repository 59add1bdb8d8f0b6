using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Officers;
using Puskesos.Core.Privacy.Breaches;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class DataBreachMapping : IEntityTypeConfiguration<DataBreach>
{
    public void Configure(EntityTypeBuilder<DataBreach> table)
    {
        table.ToTable("data_breaches");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.Number).HasMaxLength(20);
        table.Property(row => row.Facts).Personal();
        table.Ignore(row => row.DueAt);
        table.Ignore(row => row.IsWaiting);
        table.HasIndex(row => new { row.RegencyCode, row.Number }).IsUnique();
        table.HasIndex(row => row.OnceKey).IsUnique().HasFilter("once_key is not null");
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(row => row.Changes).WithOne().HasForeignKey(line => line.BreachId);
    }
}

internal sealed class BreachChangeMapping : IEntityTypeConfiguration<BreachChange>
{
    public void Configure(EntityTypeBuilder<BreachChange> table)
    {
        table.ToTable("breach_changes");
        table.Property(row => row.Fact).HasConversion<string>().HasMaxLength(20);
        table.Property(row => row.Before).Personal();
        table.Property(row => row.After).Personal();
        table.HasIndex(row => row.BreachId);
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.OfficerId).OnDelete(DeleteBehavior.Restrict);
    }
}
