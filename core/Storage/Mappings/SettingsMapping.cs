using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Settings;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class SettingChangeMapping : IEntityTypeConfiguration<SettingChange>
{
    public void Configure(EntityTypeBuilder<SettingChange> table)
    {
        table.ToTable("setting_changes");
        table.Property(row => row.RegencyCode).HasMaxLength(5);
        table.Property(row => row.Subject).HasConversion<string>().HasMaxLength(20);
        table.Property(row => row.Key).HasMaxLength(SettingChange.LongestKey);
        table.HasIndex(row => new { row.RegencyCode, row.Subject, row.Id });
        table.HasOne<Officer>().WithMany().HasForeignKey(row => row.ChangedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
