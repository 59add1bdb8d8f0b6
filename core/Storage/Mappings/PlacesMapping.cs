using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.Places;

namespace Puskesos.Core.Storage.Mappings;

/// <summary>Lengths of what every place table holds.</summary>
internal static class PlaceColumns
{
    public const int Code = 13;
    public const int UnitCode = 40;
    public const int Name = 120;
    public const int Kind = 20;
    public const int ListVersion = 80;
    public const int Words = 80;
}

internal sealed class RegencyMapping : IEntityTypeConfiguration<Regency>
{
    public void Configure(EntityTypeBuilder<Regency> table)
    {
        table.ToTable("regencies");
        table.HasKey(row => row.Code);
        table.Property(row => row.Code).HasMaxLength(PlaceColumns.Code);
        table.Property(row => row.Name).HasMaxLength(PlaceColumns.Name);
        table.Property(row => row.ShortName).HasMaxLength(PlaceColumns.Name);
        table.Property(row => row.AreaLetters).HasMaxLength(3);
        table.Property(row => row.VillageHeadsRead).HasDefaultValue(false);
        table.Property(row => row.TimeZoneId).HasMaxLength(40);
        table.Property(row => row.ProvinceCode).HasMaxLength(2);
        table.Property(row => row.DinsosName).HasMaxLength(PlaceColumns.Name);
        table.Property(row => row.OfficeAddress).HasMaxLength(300);
        table.Property(row => row.OfficeHours).HasMaxLength(120);
        table.Property(row => row.ListVersion).HasMaxLength(PlaceColumns.ListVersion);
        table.Ignore(row => row.IsServed);
        table.HasIndex(row => row.AreaLetters).IsUnique();
    }
}

internal sealed class SubDistrictMapping : IEntityTypeConfiguration<SubDistrict>
{
    public void Configure(EntityTypeBuilder<SubDistrict> table)
    {
        table.ToTable("sub_districts");
        table.HasKey(row => row.Code);
        table.Property(row => row.Code).HasMaxLength(PlaceColumns.Code);
        table.Property(row => row.Name).HasMaxLength(PlaceColumns.Name);
        table.Property(row => row.ListVersion).HasMaxLength(PlaceColumns.ListVersion);
        table.HasOne<Regency>().WithMany().HasForeignKey(row => row.RegencyCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VillageMapping : IEntityTypeConfiguration<Village>
{
    public void Configure(EntityTypeBuilder<Village> table)
    {
        table.ToTable("villages");
        table.HasKey(row => row.Code);
        table.Property(row => row.Code).HasMaxLength(PlaceColumns.Code);
        table.Property(row => row.Name).HasMaxLength(PlaceColumns.Name);
        table.Property(row => row.Kind).HasConversion<string>().HasMaxLength(PlaceColumns.Kind);
        table.Property(row => row.ListVersion).HasMaxLength(PlaceColumns.ListVersion);
        table.HasOne<SubDistrict>().WithMany().HasForeignKey(row => row.SubDistrictCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VillageAliasMapping : IEntityTypeConfiguration<VillageAlias>
{
    public void Configure(EntityTypeBuilder<VillageAlias> table)
    {
        table.ToTable("village_aliases");
        table.Property(row => row.Alias).HasMaxLength(PlaceColumns.Name);
        table.Property(row => row.Origin).HasConversion<string>().HasMaxLength(PlaceColumns.Kind);
        table.HasIndex(row => new { row.VillageCode, row.Alias }).IsUnique();
        table.HasOne<Village>().WithMany().HasForeignKey(row => row.VillageCode);
    }
}

internal sealed class VillageBoundaryMapping : IEntityTypeConfiguration<VillageBoundary>
{
    public void Configure(EntityTypeBuilder<VillageBoundary> table)
    {
        table.ToTable("village_boundaries");
        table.HasKey(row => row.VillageCode);
        table.Property(row => row.ListVersion).HasMaxLength(PlaceColumns.ListVersion);
        table.HasOne<Village>().WithMany().HasForeignKey(row => row.VillageCode);
    }
}

internal sealed class PuskesosUnitMapping : IEntityTypeConfiguration<PuskesosUnit>
{
    public void Configure(EntityTypeBuilder<PuskesosUnit> table)
    {
        table.ToTable("puskesos_units");
        table.HasKey(row => row.Code);
        table.Property(row => row.Code).HasMaxLength(PlaceColumns.UnitCode);
        table.Property(row => row.Name).HasMaxLength(PlaceColumns.Name);
        table.Property(row => row.Kind).HasConversion<string>().HasMaxLength(PlaceColumns.Kind);
        table.Property(row => row.AreaCode).HasMaxLength(PlaceColumns.Code);
        table.Property(row => row.Address).HasMaxLength(300);
        table.Property(row => row.Phone).HasMaxLength(40);
        table.HasOne<Regency>().WithMany().HasForeignKey(row => row.RegencyCode).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => new { row.RegencyCode, row.AreaCode });
    }
}

internal sealed class PlaceListVersionMapping : IEntityTypeConfiguration<PlaceListVersion>
{
    public void Configure(EntityTypeBuilder<PlaceListVersion> table)
    {
        table.ToTable("place_list_version");
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasData(new PlaceListVersion { Version = 0, ChangedAt = DateTimeOffset.UnixEpoch });
    }
}

internal sealed class PlaceMissMapping : IEntityTypeConfiguration<PlaceMiss>
{
    public void Configure(EntityTypeBuilder<PlaceMiss> table)
    {
        table.ToTable("place_misses");
        table.Property(row => row.RegencyCode).HasMaxLength(PlaceColumns.Code);
        table.Property(row => row.Words).HasMaxLength(PlaceColumns.Words);
        table.Property(row => row.Kind).HasConversion<string>().HasMaxLength(PlaceColumns.Kind);
        table.HasIndex(row => new { row.RegencyCode, row.Words, row.Kind }).IsUnique();
    }
}
