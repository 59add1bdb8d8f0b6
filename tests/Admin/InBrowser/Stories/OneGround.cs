namespace Puskesos.Tests.Admin.InBrowser.Stories;

/// <summary>The acceptance stories of DOMAIN §13: one ground and one browser for all of them, one story after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneGround : ICollectionFixture<StoryGround>
{
    public const string Name = "acceptance stories";
}
