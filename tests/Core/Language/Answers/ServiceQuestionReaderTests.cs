using Puskesos.Core.Language.Answers;

namespace Puskesos.Tests.Core.Language.Answers;

public sealed class ServiceQuestionReaderTests
{
    [Theory]
    [InlineData("nanya dulu, ini bayar gak?", ServiceQuestion.Cost)]
    [InlineData("apakah dipungut biaya", ServiceQuestion.Cost)]
    [InlineData("maaf bu lapor di sini gratis kah", ServiceQuestion.Cost)]
    [InlineData("niki mbayar mboten pak", ServiceQuestion.Cost)]
    [InlineData("ieu bayar teu?", ServiceQuestion.Cost)]
    [InlineData("bayar berapa bu", ServiceQuestion.Cost)]
    [InlineData("ini siapa ya", ServiceQuestion.WhoAnswers)]
    [InlineData("ini robot apa orang?", ServiceQuestion.WhoAnswers)]
    [InlineData("ini resmi apa penipuan", ServiceQuestion.WhoAnswers)]
    [InlineData("iki wong opo mesin", ServiceQuestion.WhoAnswers)]
    [InlineData("prosesnya berapa lama bu", ServiceQuestion.HowLong)]
    [InlineData("kapan ditanggapi?", ServiceQuestion.HowLong)]
    [InlineData("suwe ora prosese?", ServiceQuestion.HowLong)]
    [InlineData("data saya aman gak?", ServiceQuestion.Privacy)]
    [InlineData("aman tidak ya kirim foto ktp", ServiceQuestion.Privacy)]
    [InlineData("nanti ketahuan pak lurah gak?", ServiceQuestion.Privacy)]
    [InlineData("siapa saja yang lihat", ServiceQuestion.Privacy)]
    public void A_question_about_the_service_is_told_by_its_topic(string message, ServiceQuestion expected)
    {
        Assert.Equal(expected, ServiceQuestionReader.Read(message));
    }

    [Theory]
    [InlineData("gratis")]
    [InlineData("pkh kok bayar 50 ribu apa boleh?")]
    [InlineData("bpjs gratis bagaimana caranya")]
    [InlineData("kapan pkh cair?")]
    [InlineData("saya tidak bisa bayar rumah sakit")]
    [InlineData("tidak bayar")]
    [InlineData("siapa yang ambil beras saya?")]
    [InlineData("rumah saya tidak aman")]
    [InlineData("")]
    [InlineData("?")]
    public void A_complaint_or_an_answer_is_no_question_about_the_service(string message)
    {
        Assert.Equal(ServiceQuestion.None, ServiceQuestionReader.Read(message));
    }
}
