using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Cases.Rights;
using Puskesos.Core.Officers;
using Puskesos.Core.People;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class RightsRequestMapping : IEntityTypeConfiguration<RightsRequest>
{
    public void Configure(EntityTypeBuilder<RightsRequest> table)
    {
        table.ToTable("rights_requests");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.Number).HasMaxLength(20);
        table.Property(row => row.Name).Personal();
        table.Property(row => row.Contact).Personal();
        table.Property(row => row.Words).Personal();
        table.HasIndex(row => new { row.RegencyCode, row.Number }).IsUnique();
        table.HasIndex(row => new { row.RegencyCode, row.DueAt }).HasFilter("closed_at is null").HasDatabaseName("ix_rights_requests_open");
        table.HasIndex(row => row.ResidentId);
        table.HasIndex(row => row.OnceKey).IsUnique().HasFilter("once_key is not null");
        table.HasOne<Resident>().WithMany().HasForeignKey(row => row.ResidentId);
        table.HasOne<ChannelAddress>().WithMany().HasForeignKey(row => row.ConversationId);
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(row => row.Events).WithOne().HasForeignKey(line => line.RequestId);
    }
}

internal sealed class RightsEventMapping : IEntityTypeConfiguration<RightsEvent>
{
    public void Configure(EntityTypeBuilder<RightsEvent> table)
    {
        table.ToTable("rights_events");
        table.Property(row => row.Words).Personal();
        table.HasIndex(row => row.RequestId);
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.OfficerId).OnDelete(DeleteBehavior.Restrict);
    }
}
