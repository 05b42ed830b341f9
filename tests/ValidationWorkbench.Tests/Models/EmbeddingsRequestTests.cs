using System.Text;
using ValidationWorkbench.Models;
using Xunit;

namespace ValidationWorkbench.Tests.Models;

public sealed class EmbeddingsRequestTests
{
    [Fact]
    public void The_bytes_of_a_request_are_fixed() => Assert.Equal(
        """{"model":"e-1","input":["Log in. | „Home“ is shown.\nLog out. | \"Bye\"","b"],"encoding_format":"float"}""",
        Encoding.UTF8.GetString(EmbeddingsRequest.ToBytes("e-1", ["Log in. | „Home“ is shown.\nLog out. | \"Bye\"", "b"])));
}
