using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Core.Cases;

public sealed class CasePinTests
{
    private static readonly MapPoint House = new(-6.893214, 109.139508);
    private readonly CasePin pins = new(new FieldCipher(MasterKeys.InMemory()));

    [Theory]
    [InlineData(Role.Fasilitator, true)]
    [InlineData(Role.FrontOffice, false)]
    [InlineData(Role.BackOffice, false)]
    [InlineData(Role.VillageHead, false)]
    [InlineData(Role.Tksk, false)]
    [InlineData(Role.Dinsos, false)]
    public void Only_who_visits_sees_the_house(Role role, bool exact)
    {
        var shown = pins.For(Filed(), new Actor(7, "Rini", role.Code(), new HashSet<Role> { role }))!.Value;

        Assert.Equal(exact ? House : new MapPoint(-6.89, 109.14), shown.Point);
        Assert.Equal(exact, shown.IsExact);
    }

    [Fact]
    public void Sealed_pin_is_read_back_whole() => Assert.Equal(House, pins.Of(Filed()));

    private Case Filed() => new()
    {
        RegencyCode = "33.28",
        Ticket = "TGL-2611-0001-1",
        CheckCode = [],
        VillageCode = "33.28.13.2016",
        UnitCode = "x",
        RouteRule = "own_village",
        Story = "",
        PinCipher = pins.Seal(House),
    };
}
