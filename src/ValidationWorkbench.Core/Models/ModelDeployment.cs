using ValidationWorkbench.Models.Endpoints;

namespace ValidationWorkbench.Models;

/// <summary>Another place where a model is asked, such as that of a profile; null leaves a setting to the plan.</summary>
public record ModelDeployment
{
    /// <summary>Another provider. What the plan says of endpoint, key and connection belongs to its own provider and does not hold then.</summary>
    public string? Provider { get; init; }

    public string? Endpoint { get; init; }

    public string? KeyVariable { get; init; }

    public string? KeyFile { get; init; }

    public int? TimeoutSeconds { get; init; }

    /// <summary>In place of the plan's whole connection.</summary>
    public ConnectionOverrides? Connection { get; init; }

    /// <summary>The model of the plan with these changes.</summary>
    public ModelSpec Over(ModelSpec model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var own = Provider is null || Provider == model.Provider ? model
            : model with
            {
                Provider = Provider,
                Endpoint = null,
                KeyVariable = null,
                KeyFile = null,
                Connection = null,
                Profile = null,
                Plugin = null,
                Fallbacks = null,
            };
        return own with
        {
            Endpoint = Endpoint ?? own.Endpoint,
            // One place of the key takes the place of the other.
            KeyVariable = KeyVariable ?? (KeyFile is null ? own.KeyVariable : null),
            KeyFile = KeyFile ?? (KeyVariable is null ? own.KeyFile : null),
            TimeoutSeconds = TimeoutSeconds ?? own.TimeoutSeconds,
            Connection = Connection ?? own.Connection,
        };
    }
}
