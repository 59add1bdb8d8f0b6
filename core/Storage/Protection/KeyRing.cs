using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Puskesos.Core.Storage.Protection;

/// <summary>One key by which ASP.NET signs cookies and forms, sealed by the master key.</summary>
public sealed class KeyRingEntry
{
    public long Id { get; init; }

    /// <summary>The process it belongs to (<c>puskesos-admin</c>, <c>puskesos-bot</c>): neither can read the other's cookies.</summary>
    public required string Application { get; init; }

    public required byte[] Sealed { get; init; }
}

/// <summary>Keeps ASP.NET's data-protection keys in a table, so that all instances of a process share them and a copy of the database alone opens no session.</summary>
public sealed class KeyRing(NpgsqlDataSource database, FieldCipher cipher, string application) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand("select sealed from key_ring where application = $1 order by id");
        command.Parameters.AddWithValue(application);
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read()) elements.Add(XElement.Parse(cipher.OpenText(reader.GetFieldValue<byte[]>(0))));
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand("insert into key_ring (application, sealed) values ($1, $2)");
        command.Parameters.AddWithValue(application);
        command.Parameters.AddWithValue(cipher.Seal(element.ToString(SaveOptions.DisableFormatting)));
        command.ExecuteNonQuery();
    }
}
