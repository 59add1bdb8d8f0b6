using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Puskesos.Core.People;

namespace Puskesos.Core.Storage.Mappings;

internal sealed class ResidentMapping : IEntityTypeConfiguration<Resident>
{
    public void Configure(EntityTypeBuilder<Resident> table)
    {
        table.ToTable("residents");
        table.Property(row => row.Name).HasMaxLength(200).Personal();
        table.Property(row => row.NikCipher).Personal();
        table.Property(row => row.BirthYear).Personal();
        table.Property(row => row.IsWoman).Personal();
        table.Property(row => row.KkCipher).Personal();
        table.Property(row => row.PhoneCipher).Personal();
        table.Property(row => row.NikLastFour).Personal();
        table.Property(row => row.KkLastFour).Personal();
        table.Property(row => row.PhoneLastFour).Personal();
        table.Property(row => row.AddressNote).Personal();
        table.HasIndex(row => new { row.RegencyCode, row.NikIndex }).HasFilter("nik_index is not null");
        table.HasIndex(row => row.KkIndex).HasFilter("kk_index is not null");
        table.HasIndex(row => row.PhoneIndex).HasFilter("phone_index is not null");
        table.HasIndex(row => row.EraseBy).HasFilter("erase_by is not null and erased_at is null");
    }
}

internal sealed class DataCheckMapping : IEntityTypeConfiguration<DataCheck>
{
    public void Configure(EntityTypeBuilder<DataCheck> table)
    {
        table.ToTable("data_checks");
        table.Ignore(row => row.DueAgainOn);
        table.HasIndex(row => new { row.ResidentId, row.CheckedOn });
        table.HasOne<Resident>().WithMany().HasForeignKey(row => row.ResidentId);
    }
}

internal sealed class ChannelAddressMapping : IEntityTypeConfiguration<ChannelAddress>
{
    public void Configure(EntityTypeBuilder<ChannelAddress> table)
    {
        table.ToTable("channel_addresses");
        table.HasIndex(row => new { row.Channel, row.AddressIndex }).IsUnique();
        table.HasIndex(row => new { row.Channel, row.AltIndex }).HasFilter("alt_index is not null");
        table.Property(row => row.AddressCipher).Personal();
        table.Property(row => row.PhoneLastFour).Personal();
    }
}

internal sealed class ResidentAddressMapping : IEntityTypeConfiguration<ResidentAddress>
{
    public void Configure(EntityTypeBuilder<ResidentAddress> table)
    {
        table.ToTable("resident_addresses");
        table.HasKey(row => new { row.AddressId, row.ResidentId });
        table.HasOne<ChannelAddress>().WithMany().HasForeignKey(row => row.AddressId);
        table.HasOne<Resident>().WithMany().HasForeignKey(row => row.ResidentId);
    }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> table)
    {
        table.ToTable("consents");
        table.HasIndex(row => row.ResidentId);
        table.HasOne<Resident>().WithMany().HasForeignKey(row => row.ResidentId);
        table.HasOne<ChannelAddress>().WithMany().HasForeignKey(row => row.AddressId);
    }
}
