using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twilio.Types;

/// <summary>The address of a person or a sender, channel included: whatsapp:+62….</summary>
public class PhoneNumber(string number)
{
    private readonly string number = number;

    public override string ToString() => number;

    public override bool Equals(object? obj) => obj is PhoneNumber other && string.Equals(number, other.number, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(number);

    public static implicit operator PhoneNumber(string number) => new(number);
}

/// <summary>A word of the API; a word that is newer than the list stays as it came.</summary>
public abstract class StringEnum
{
    private string value = "";

    public static implicit operator string(StringEnum e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e.value;
    }

    public void FromString(string value) => this.value = value;

    public override string ToString() => value;

    public override bool Equals(object? obj) => obj is StringEnum other && other.GetType() == GetType() && string.Equals(value, other.value, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(value);

    public static bool operator ==(StringEnum? a, StringEnum? b) => Equals(a, b);

    public static bool operator !=(StringEnum? a, StringEnum? b) => !Equals(a, b);
}

internal sealed class PhoneNumberConverter : JsonConverter<PhoneNumber>
{
    public override PhoneNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, PhoneNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

internal sealed class StringEnumConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeof(StringEnum).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(One<>).MakeGenericType(typeToConvert))!;

    private sealed class One<TEnum> : JsonConverter<TEnum>
        where TEnum : StringEnum, new()
    {
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var word = new TEnum();
            word.FromString(reader.GetString()!);
            return word;
        }

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
