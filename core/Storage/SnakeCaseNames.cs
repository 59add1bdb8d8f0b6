using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Puskesos.Core.Storage;

/// <summary>Names tables and columns in snake_case, tables in the plural as their mapping says.</summary>
public static class SnakeCaseNames
{
    /// <summary>Renames columns, keys, foreign keys and indexes of the whole model; a table keeps the name that its mapping gave.</summary>
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is not { } table) continue;
            if (entity.IsMappedToJson())
            {
                // One column of the owner's table; its insides are not columns.
                entity.SetContainerColumnName(Of(entity.GetContainerColumnName()!));
                continue;
            }

            entity.SetTableName(Of(table));
            // What lies in its owner's table stands behind the owner's word for it: refusal_reason.
            var owned = entity.FindOwnership()?.PrincipalToDependent?.Name;
            foreach (var property in entity.GetProperties())
                if (property.GetColumnName() != "xmin") property.SetColumnName(Of(owned is null || property.IsPrimaryKey() ? property.GetColumnName() : $"{owned}_{property.Name}"));
            foreach (var key in entity.GetKeys()) key.SetName(Of(key.GetName()!));
            foreach (var foreign in entity.GetForeignKeys()) foreign.SetConstraintName(Of(foreign.GetConstraintName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Of(index.GetDatabaseName()!));
        }
    }

    /// <summary>ReceivedAt → received_at, PK_Cases → pk_cases.</summary>
    public static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            var startsWord = at > 0 && char.IsUpper(name[at]) && name[at - 1] != '_' &&
                (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));
            if (startsWord) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[at]));
        }

        return snake.ToString();
    }
}
