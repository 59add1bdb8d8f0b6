using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Obstacles;
using Puskesos.Core.Cases.Proposals;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Bulletins;
using Puskesos.Core.People;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class BulletinMapping : IEntityTypeConfiguration<Bulletin>
{
    public void Configure(EntityTypeBuilder<Bulletin> table)
    {
        table.ToTable("bulletins");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.AreaCode).HasMaxLength(8);
        table.Property(row => row.Title).HasMaxLength(Bulletin.LongestTitle);
        table.Property(row => row.Words).HasMaxLength(Bulletin.LongestWords);
        table.HasIndex(row => new { row.RegencyCode, row.PublishedAt });
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.PublishedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BulletinReadMapping : IEntityTypeConfiguration<BulletinRead>
{
    public void Configure(EntityTypeBuilder<BulletinRead> table)
    {
        table.ToTable("bulletin_reads");
        table.HasKey(row => new { row.BulletinId, row.OfficerId });
        table.HasOne<Bulletin>().WithMany().HasForeignKey(row => row.BulletinId);
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.OfficerId);
    }
}

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> table)
    {
        table.ToTable("agencies");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.Name).HasMaxLength(Referral.LongestAgency);
        table.Property(row => row.Phone).HasMaxLength(Agency.LongestPhone);
        table.Property(row => row.Hours).HasMaxLength(Agency.LongestHours);
        table.Property(row => row.Address).HasMaxLength(Agency.LongestAddress);
        table.Property(row => row.Note).HasMaxLength(Agency.LongestNote);
        table.HasIndex(row => new { row.RegencyCode, row.Name }).IsUnique();
    }
}

internal sealed class ObstacleMapping : IEntityTypeConfiguration<Obstacle>
{
    public void Configure(EntityTypeBuilder<Obstacle> table)
    {
        table.ToTable("obstacles");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.UnitCode).HasMaxLength(40);
        table.Property(row => row.Words).Personal();
        table.Property(row => row.Answer).Personal();
        table.Property(row => row.Owner).HasMaxLength(Obstacle.LongestOwner);
        table.HasIndex(row => new { row.RegencyCode, row.ReportedAt });
        table.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.SetNull);
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.ReportedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DataProposalMapping : IEntityTypeConfiguration<DataProposal>
{
    public void Configure(EntityTypeBuilder<DataProposal> table)
    {
        table.ToTable("data_proposals");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.VillageCode).HasMaxLength(13);
        table.Property(row => row.Note).Personal();
        table.HasIndex(row => row.CaseId);
        table.HasIndex(row => new { row.RegencyCode, row.VillageCode }).HasFilter("answered_at is null").HasDatabaseName("ix_data_proposals_open");
        table.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        table.HasOne<Resident>().WithMany().HasForeignKey(row => row.ResidentId);
    }
}
