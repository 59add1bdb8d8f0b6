using Puskesos.Core.Places;

namespace Puskesos.Tests.Core.Places;

public sealed class MapPointTests
{
    [Fact]
    public void Point_prints_without_its_figures() => Assert.Equal("pin", new MapPoint(-6.8932, 109.1395).ToString());

    [Fact]
    public void Coarse_point_is_about_a_kilometre_wide() => Assert.Equal(new MapPoint(-6.89, 109.14), new MapPoint(-6.8932, 109.1395).Coarse());

    [Fact]
    public void One_degree_of_latitude_is_a_hundred_and_eleven_kilometres() =>
        Assert.Equal(111_195, new MapPoint(0, 109).MetresTo(new MapPoint(1, 109)), tolerance: 1);
}
