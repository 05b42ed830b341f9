namespace ValidationWorkbench.Models.Endpoints;

/// <summary>In which header the key is sent.</summary>
public enum AuthStyle
{
    /// <summary><c>Authorization: Bearer KEY</c>.</summary>
    Bearer,

    /// <summary><c>api-key: KEY</c>.</summary>
    ApiKey,

    /// <summary>No key is sent.</summary>
    None,
}
