using System.Text;

namespace Puskesos.Core.Places.Import;

/// <summary>One line of a list: where it stands and what its columns hold.</summary>
public readonly record struct CsvRow(int Line, string[] Fields);

/// <summary>
/// Reads comma-, semicolon- or tab-separated lists with quoted fields (RFC 4180). The separator is the one that the heading uses
/// most: spreadsheets with Indonesian settings write semicolons.
/// </summary>
public sealed class CsvRows(TextReader text)
{
    /// <summary>A row of a list has a few hundred letters; a file without line breaks must not fill the memory.</summary>
    public const int LongestRow = 1 << 16;

    /// <summary>What a decoder writes where bytes are no UTF-8.</summary>
    private const char NoLetter = '\uFFFD';

    private const string TooLong = "the row is longer than any row of a list";

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private readonly List<string> _fields = [];
    private readonly StringBuilder _quoted = new();
    private readonly StringBuilder _read = new();
    private char? _separator;
    private int _line;

    /// <summary>The line that is read, or the one that broke the list.</summary>
    public int Line { get; private set; }

    /// <summary>
    /// Every row that is not empty; a quote that is never closed, a row without end and letters that are no UTF-8 end the list with
    /// <see cref="InvalidDataException"/>.
    /// </summary>
    public IEnumerable<CsvRow> Read()
    {
        while (NextLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            var begin = _line;
            _separator ??= Separators.MaxBy(separator => line.Count(c => c == separator));
            yield return new CsvRow(begin, line.Contains('"') ? Quoted(line) : line.Split(_separator.Value));
        }
    }

    private string[] Quoted(string line)
    {
        _fields.Clear();
        var at = 0;
        do
        {
            var (field, next, rest) = line.AsSpan(at).TrimStart(' ').StartsWith("\"") ? QuotedField(line, line.IndexOf('"', at)) : PlainField(line, at);
            _fields.Add(field);
            line = rest;
            at = next;
        }
        while (at <= line.Length);

        return [.. _fields];
    }

    private (string Field, int Next, string Line) PlainField(string line, int at)
    {
        var end = line.IndexOf(_separator!.Value, at);
        end = end < 0 ? line.Length : end;
        return (line[at..end], end + 1, line);
    }

    private (string Field, int Next, string Line) QuotedField(string line, int open)
    {
        var begin = _line;
        _quoted.Clear();
        var at = open + 1;
        while (true)
        {
            var close = line.IndexOf('"', at);
            if (close < 0)
            {
                _quoted.Append(line, at, line.Length - at).Append('\n');
                line = _quoted.Length > LongestRow ? throw Broken(begin, TooLong) : NextLine() ?? throw Broken(begin, "a quote is opened and never closed");
                at = 0;
                continue;
            }

            _quoted.Append(line, at, close - at);
            if (close + 1 < line.Length && line[close + 1] == '"')
            {
                _quoted.Append('"');
                at = close + 2;
                continue;
            }

            var (_, next, _) = PlainField(line, close + 1);
            return (_quoted.ToString(), next, line);
        }
    }

    /// <summary>The next line without its end, or null after the last.</summary>
    private string? NextLine()
    {
        Line = ++_line;
        _read.Clear();
        int letter;
        while ((letter = text.Read()) is not (-1 or '\n'))
        {
            if (letter == NoLetter)
            {
                throw Broken(_line, "the text is not written in UTF-8");
            }

            _read.Append((char)letter);
            if (_read.Length > LongestRow)
            {
                throw Broken(_line, TooLong);
            }
        }

        if (letter == -1 && _read.Length == 0)
        {
            return null;
        }

        return _read.Length > 0 && _read[^1] == '\r' ? _read.ToString(0, _read.Length - 1) : _read.ToString();
    }

    private InvalidDataException Broken(int line, string reason)
    {
        Line = line;
        return new InvalidDataException(reason);
    }
}
