// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/httpanswer.h"

#include "core/error.h"
#include "protocol/generatedfile.h"
#include "protocol/http/response.h"
#include "protocol/ipxe/menuscript.h"
#include "services/servedopen.h"

#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// An answer without a body yet, with what the log says of every request.
HttpAnswer begun(const Http::Request &request)
{
    HttpAnswer answer;
    answer.kind = request.method == Http::Method::Head ? u"head"_s : u"get"_s;
    answer.target = QString::fromUtf8(request.path);
    return answer;
}

void setHead(HttpAnswer &answer, const Http::ResponseHead &head)
{
    answer.bytes = Http::serialise(head);
    answer.headSize = answer.bytes.size();
    answer.keepAlive = head.keepAlive;
}

void setError(HttpAnswer &answer, int status, qint64 now, bool keepAlive, bool withBody)
{
    setHead(answer, Http::errorHead(status, now, keepAlive));
    if (withBody) {
        answer.bytes += Http::errorBody(status);
        answer.bodySize = answer.bytes.size() - answer.headSize;
    }
}

/// Takes over head, counts and outcome of \a response; the body follows.
void setResponse(HttpAnswer &answer, const Http::Response &response)
{
    setHead(answer, response.head);
    answer.bodySize = response.length;
    answer.total = std::max<qint64>(response.head.contentLength, 0);
    if (response.head.status >= 400)
        answer.outcome = Event::Outcome::Refused;
    if (response.head.status >= 300)
        answer.detail = QString::fromLatin1(Http::reasonPhrase(response.head.status));
}

HttpAnswer failedAnswer(const Http::Request &request, const Error &error, qint64 now)
{
    auto answer = begun(request);
    const bool missing = error.code == Error::Code::NotFound;
    const int status = missing ? 404 : error.code == Error::Code::AccessDenied ? 403 : 500;
    setError(answer, status, now, request.keepAlive, request.method != Http::Method::Head);
    answer.outcome = missing ? Event::Outcome::NotFound : Event::Outcome::Failed;
    answer.detail = error.detail;
    return answer;
}

/// The part of \a runs that holds \a length bytes from position \a first of the whole.
QList<Extent> cut(const QList<Extent> &runs, qint64 first, qint64 length)
{
    QList<Extent> part;
    for (const auto &run : runs) {
        if (first >= run.length) {
            first -= run.length;
            continue;
        }
        const qint64 taken = std::min(run.length - first, length);
        if (taken > 0)
            part.append({run.offset + first, taken});
        length -= taken;
        first = 0;
    }
    return part;
}

/// The answer with \a file, which stays open for the body.
HttpAnswer answerWith(const Http::Request &request, const ServedFile &served, OpenedFile file, qint64 now)
{
    const auto &status = file.status;
    const qint64 modifiedNs = status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec;
    const qint64 offset = file.runs.isEmpty() ? 0 : file.runs.first().offset;
    const auto tag = Http::makeEntityTag(file.size, modifiedNs, status.st_ino, offset);
    const auto response = Http::respond(request,
                                        {.size = file.size,
                                         .contentType = Http::contentTypeFor(request.path),
                                         .validators = {tag, status.st_mtim.tv_sec}},
                                        now);
    auto answer = begun(request);
    setResponse(answer, response);
    if (file.size != served.size && answer.detail.isEmpty())
        answer.detail
            = u"%1 has %2 bytes now, %3 when it was imported"_s.arg(served.path).arg(file.size).arg(served.size);
    answer.runs = cut(file.runs, response.first, response.length);
    answer.local = file.local;
    answer.fileId = {status.st_dev, status.st_ino};
    if (answer.bodySize > 0)
        answer.file = std::move(file.descriptor);
    return answer;
}

/// Below the root as by TFTP, and below the loaders' folder, from which a loader's own folder may follow.
std::optional<GeneratedFile> findGenerated(QByteArrayView path, const ServedLab &lab)
{
    constexpr QByteArrayView loaders("/loaders/");
    const auto name = path.sliced(path.startsWith(loaders) ? loaders.size() : 1);
    const auto found = lab.generatedFiles.constFind(QString::fromUtf8(name));
    return found != lab.generatedFiles.cend() ? std::optional(*found) : std::nullopt;
}

/// Moves the body of \a answer from its file into its bytes, unless that would block.
void readCached(HttpAnswer &answer)
{
    auto bytes = answer.bytes;
    bytes.resize(answer.headSize + answer.bodySize);
    auto *target = bytes.data() + answer.headSize;
    for (const auto &run : std::as_const(answer.runs)) {
        const iovec part{.iov_base = target, .iov_len = std::size_t(run.length)};
        if (::preadv2(answer.file.get(), &part, 1, run.offset, RWF_NOWAIT) != run.length)
            return;
        target += run.length;
    }
    answer.bytes = std::move(bytes);
    answer.runs.clear();
    answer.file.reset();
}

} // namespace

HttpAnswer refusalAnswer(const Http::Refusal &refusal, qint64 now)
{
    HttpAnswer answer;
    setError(answer, refusal.status, now, false, true);
    answer.kind = u"request"_s;
    answer.outcome = Event::Outcome::Refused;
    answer.detail = refusal.reason;
    return answer;
}

HttpAnswer notFoundAnswer(const Http::Request &request, qint64 now)
{
    return failedAnswer(request, {Error::Code::NotFound, u"The lab publishes no such file"_s}, now);
}

std::optional<HttpAnswer> scriptAnswer(const Http::Request &request, const ServedLab &lab, const QByteArray &origin,
                                       qint64 now)
{
    const bool menu = request.path == "/menu.ipxe";
    const auto generated = findGenerated(request.path, lab);
    if (!menu && !generated && request.path != "/boot.ipxe")
        return std::nullopt;
    auto answer = begun(request);
    QByteArray script;
    if (generated) {
        script = generate(*generated, lab, origin);
    } else if (menu) {
        answer.kind = u"menu"_s;
        const auto client = Ipxe::menuClientFromQuery(request.query);
        answer.mac = client.mac;
        answer.detail = u"%1 %2"_s.arg(client.manufacturer, client.product).trimmed();
        script = Ipxe::menuScript(lab, client, origin);
    } else {
        answer.kind = u"boot"_s;
        script = Ipxe::bootScript(origin);
    }
    const auto response = Http::respond(
        request, {.size = script.size(), .contentType = Http::contentTypeFor(request.path), .noStore = true}, now);
    setResponse(answer, response);
    answer.bytes += QByteArrayView(script).sliced(response.first, response.length);
    return answer;
}

std::optional<ServedFile> findServedFile(const QByteArray &path, const ServedLab &lab)
{
    constexpr QByteArrayView loaders("/loaders/");
    if (path.startsWith(loaders)) {
        const auto found = lab.tftpFiles.constFind(QString::fromUtf8(QByteArrayView(path).sliced(loaders.size())));
        return found != lab.tftpFiles.cend() ? std::optional(*found) : std::nullopt;
    }
    const auto found = lab.httpFiles.constFind(path);
    return found != lab.httpFiles.cend() ? std::optional(*found) : std::nullopt;
}

std::optional<HttpAnswer> cachedAnswer(const Http::Request &request, const ServedFile &served, const DiskFacts &disks,
                                       qint64 now)
{
    constexpr qint64 largestRead = 64 * 1024; // less than one turn's worth of copying
    auto file = openServed(served, Patience::CachedOnly, disks);
    if (!file)
        return std::nullopt;
    auto answer = answerWith(request, served, *std::move(file), now);
    if (answer.bodySize <= largestRead)
        readCached(answer); // otherwise it is sent from the file
    return answer;
}

HttpAnswer fileAnswer(const Http::Request &request, const ServedFile &served, const DiskFacts &disks, qint64 now)
{
    auto file = openServed(served, Patience::MayBlock, disks);
    return file ? answerWith(request, served, *std::move(file), now) : failedAnswer(request, file.error(), now);
}

} // namespace Benchboot
