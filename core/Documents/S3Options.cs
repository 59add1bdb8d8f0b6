namespace Puskesos.Core.Documents;

/// <summary>Access to an S3-compatible store (section <c>Documents:S3</c>); all of it is required when <c>Documents:Store</c> is <c>s3</c>.</summary>
public sealed class S3Options
{
    public const string Section = "Documents:S3";

    public string ServiceUrl { get; set; } = "";

    public string Region { get; set; } = "";

    public string Bucket { get; set; } = "";

    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";

    /// <summary>True for most servers other than Amazon's: the bucket stands in the path.</summary>
    public bool ForcePathStyle { get; set; } = true;

    /// <summary>The first setting that is missing, or null.</summary>
    public string? Missing() =>
        new (string Name, string Value)[] { (nameof(ServiceUrl), ServiceUrl), (nameof(Region), Region), (nameof(Bucket), Bucket), (nameof(AccessKey), AccessKey), (nameof(SecretKey), SecretKey) }
            .Where(setting => string.IsNullOrWhiteSpace(setting.Value)).Select(setting => $"{Section}:{setting.Name}").FirstOrDefault();
}
