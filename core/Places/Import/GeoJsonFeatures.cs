using System.Text.Json;

namespace Puskesos.Core.Places.Import;

/// <summary>
/// Reads the features of a GeoJSON collection one by one, so that a country of borders needs the memory of its largest village.
/// </summary>
internal sealed class GeoJsonFeatures(Stream stream)
{
    /// <summary>The largest village border of the country's list has about 3 MB of text; more is no village.</summary>
    private const int LargestFeature = 1 << 26;

    private byte[] _buffer = new byte[1 << 16];
    private int _filled;
    private int _used;
    private bool _ended;
    private bool _inFeatures;
    private bool _done;
    private bool _begun;
    private int _linesBefore;
    private JsonReaderState _state;

    /// <summary>The line on which the feature begins that was read last.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The next feature, or null after the last. Text that is no GeoJSON collection throws <see cref="JsonException"/>.</summary>
    public JsonDocument? Next()
    {
        while (!_done)
        {
            var feature = TryNext(out var needsMore);
            if (feature is not null)
            {
                return feature;
            }

            if (needsMore && !_done)
            {
                Fill();
            }
        }

        return _inFeatures ? null : throw new JsonException("the file has no list of features");
    }

    /// <summary>One feature out of what the buffer holds; the reader starts again at the same place when more is needed.</summary>
    private JsonDocument? TryNext(out bool needsMore)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_used, _filled - _used), _ended, _state);
        while (true)
        {
            var before = (Consumed: (int)reader.BytesConsumed, State: reader.CurrentState);
            if (!reader.Read())
            {
                Advance(before.Consumed, before.State);
                needsMore = !_ended;
                _done = _ended;
                return null;
            }

            if (_inFeatures && reader.TokenType == JsonTokenType.StartObject)
            {
                var start = (int)reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    Advance(before.Consumed, before.State);
                    needsMore = true;
                    return null;
                }

                var feature = JsonDocument.Parse(_buffer.AsMemory(_used + start, (int)reader.BytesConsumed - start).ToArray());
                Line = 1 + _linesBefore + _buffer.AsSpan(_used, start).Count((byte)'\n');
                Advance((int)reader.BytesConsumed, reader.CurrentState);
                needsMore = false;
                return feature;
            }

            if (_inFeatures && reader.TokenType == JsonTokenType.EndArray)
            {
                _done = true;
                needsMore = false;
                return null;
            }

            if (!_inFeatures && !EnterFeatures(ref reader, before.Consumed, before.State))
            {
                needsMore = true;
                return null;
            }
        }
    }

    /// <summary>Goes into "features"; passes over every other member. False when the buffer ends before it can tell.</summary>
    private bool EnterFeatures(ref Utf8JsonReader reader, int before, JsonReaderState state)
    {
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            return reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 0
                ? true
                : throw new JsonException("the file is no object with features");
        }

        var isFeatures = reader.ValueTextEquals("features");
        if (isFeatures && reader.Read())
        {
            _inFeatures = reader.TokenType == JsonTokenType.StartArray;
            return true;
        }

        if (!isFeatures && reader.TrySkip())
        {
            return true;
        }

        Advance(before, state);
        return false;
    }

    private void Advance(int bytes, JsonReaderState state)
    {
        _linesBefore += _buffer.AsSpan(_used, bytes).Count((byte)'\n');
        _used += bytes;
        _state = state;
    }

    private void Fill()
    {
        if (_used > 0)
        {
            _buffer.AsSpan(_used, _filled - _used).CopyTo(_buffer);
            _filled -= _used;
            _used = 0;
        }

        if (_filled == _buffer.Length)
        {
            if (_filled >= LargestFeature)
            {
                throw new JsonException("a feature is larger than any village's");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _filled, _buffer.Length - _filled);
        _filled += read;
        _ended = read == 0;
        if (!_begun && _buffer.AsSpan(0, _filled).StartsWith("\uFEFF"u8))
        {
            _used = "\uFEFF"u8.Length;
        }

        _begun = true;
    }
}
