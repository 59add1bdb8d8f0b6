namespace Puskesos.Core.Documents.Checks;

/// <summary>A file after the checks on arrival.</summary>
/// <param name="Content">What is kept: a picture written anew by us, else what came, without its place of taking.</param>
/// <param name="ContentType">What the kept content is.</param>
/// <param name="Thumbnail">A small JPEG, when one could be made.</param>
/// <param name="Marks">Codes of <see cref="DocumentMarks"/>.</param>
/// <param name="IsReadable">False when an officer will not be able to open it: the resident is asked to send it again.</param>
public sealed record CheckedFile(ReadOnlyMemory<byte> Content, string ContentType, byte[]? Thumbnail, IReadOnlyList<string> Marks, bool IsReadable = true);
