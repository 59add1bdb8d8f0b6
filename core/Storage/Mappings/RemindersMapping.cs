using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Reminders;
using Puskesos.Core.Reminders.Digests;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class DueReminderMapping : IEntityTypeConfiguration<DueReminder>
{
    public void Configure(EntityTypeBuilder<DueReminder> table)
    {
        table.ToTable("due_reminders");
        table.HasOne(row => row.Case).WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => new { row.CaseId, row.ItemNumber, row.Clock, row.StartedAt, row.Step }).IsUnique()
            .HasDatabaseName("ix_due_reminders_step");
        // The tick reads this one alone: its size is that of the open rows, its cost that of the due ones.
        table.HasIndex(row => row.DueAt).HasFilter("done_at is null").HasDatabaseName("ix_due_reminders_due");
    }
}

internal sealed class MorningDigestMapping : IEntityTypeConfiguration<MorningDigest>
{
    public void Configure(EntityTypeBuilder<MorningDigest> table)
    {
        table.ToTable("morning_digests");
        table.HasKey(row => new { row.OfficerId, row.Day });
        table.HasOne<Officers.Officer>().WithMany().HasForeignKey(row => row.OfficerId);
    }
}

internal sealed class ClockSettingMapping : IEntityTypeConfiguration<ClockSetting>
{
    public void Configure(EntityTypeBuilder<ClockSetting> table)
    {
        table.ToTable("clock_settings");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.CategoryCode).HasMaxLength(20);
        table.Property(row => row.Name).HasMaxLength(40);
        table.Property(row => row.Note).HasMaxLength(400);
        table.HasIndex(row => new { row.RegencyCode, row.CategoryCode, row.Name }).IsUnique().AreNullsDistinct(false);
    }
}

internal sealed class ClockSettingChangeMapping : IEntityTypeConfiguration<ClockSettingChange>
{
    public void Configure(EntityTypeBuilder<ClockSettingChange> table)
    {
        table.ToTable("clock_setting_changes");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.CategoryCode).HasMaxLength(20);
        table.Property(row => row.Name).HasMaxLength(40);
        table.Property(row => row.Note).HasMaxLength(400);
        table.HasIndex(row => new { row.RegencyCode, row.Id });
        table.HasOne<Officers.Officer>().WithMany().HasForeignKey(row => row.ChangedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
